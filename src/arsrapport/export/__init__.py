"""Export: a Report as data for other programs: JSON, CSV, iCalendar."""
