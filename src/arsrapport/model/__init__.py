"""Model: the shape of the files on disk (`files`) and the frozen inside (`archive`, `report`)."""
