"""What belongs to the letter that is read: pictures, links, files, source, finding."""
