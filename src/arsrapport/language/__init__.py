"""Language: words, dates, numbers and message catalogues in nynorsk, bokmål and English."""
