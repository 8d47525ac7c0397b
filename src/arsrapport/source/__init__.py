"""Source: the files of a project as they are read, and places in them."""
