# What Email::MIME (Debian: libemail-mime-perl) reads in letters: a JSON list for the files given.
use strict;
use warnings;
use Email::Address::XS;
use Email::MIME;
use Encode ();
use JSON::PP ();
use MIME::Base64 ();

sub mailboxes {
    my ($mail, $field) = @_;
    return [map { [Encode::decode('MIME-Header', $_->phrase // ''), $_->address] }
            map { Email::Address::XS->parse($_) } $mail->header_raw($field)];
}

sub parts {
    my ($mail) = @_;
    return [map { {type => ($_->content_type =~ /^([^;\s]+)/)[0], text => $_->body_str} }
            grep { !defined $_->filename } $mail->subparts ? $mail->subparts : $mail];
}

sub files {
    my ($mail) = @_;
    return [map { {type => ($_->content_type =~ /^([^;\s]+)/)[0], name => $_->filename,
                   content => MIME::Base64::encode_base64($_->body, '')} }
            grep { defined $_->filename } $mail->subparts];
}

my @read;
for my $path (@ARGV) {
    open my $file, '<:raw', $path or die "$path: $!";
    my $mail = Email::MIME->new(do { local $/; <$file> });
    push @read, {
        fields => [$mail->header_names],
        subject => $mail->header_str('Subject'),
        from => mailboxes($mail, 'From'),
        to => mailboxes($mail, 'To'),
        message_id => $mail->header_raw('Message-ID'),
        in_reply_to => $mail->header_raw('In-Reply-To') // '',
        references => [split ' ', $mail->header_raw('References') // ''],
        parts => parts($mail),
        files => files($mail),
    };
}
print JSON::PP->new->ascii->encode(\@read);
