from softanswer.ui.file_places import FilePlaces, usual_folder


def test_a_dialog_begins_where_the_last_file_was_while_that_is_there(tmp_path):
    profile, exports = tmp_path / "profile", tmp_path / "exports"
    for folder in (profile, exports):
        folder.mkdir()
    assert FilePlaces(profile).start() == usual_folder()
    FilePlaces(profile).note(exports / "orders.csv")
    assert FilePlaces(profile).start() == str(exports)
    exports.rmdir()
    assert FilePlaces(profile).start() == usual_folder()
