"""Charts that notebooks share: a style for print, and a tile map of the provinces."""
