"""`make bench`: how long things take beside the least that they could take, measured in one process on filled registers."""
