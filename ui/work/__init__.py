"""The group at work: the page of a programme such as Kvinna för Bäckby, with a tab for each thing that is recorded."""
