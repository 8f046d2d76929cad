using System.Text.Json.Serialization;

namespace SecurityTracker.Server.Mail;

/// <summary>What a mail is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailKind>))]
internal enum MailKind
{
    /// <summary>An invitation.</summary>
    INVITATION,

    /// <summary>A link for a forgotten password.</summary>
    PASSWORD_RESET,

    /// <summary>A link after an organisation reset somebody's sign-in.</summary>
    SIGN_IN_RESET,

    /// <summary>What waits for somebody, at most once a day.</summary>
    DIGEST,

    /// <summary>That a 第一報 was recorded.</summary>
    INCIDENT,
}

/// <summary>What is noted of a mail, for who must show what became of it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="OrganisationId">For which organisation it goes; null for none.</param>
/// <param name="PersonId">Whose it is, where that is somebody here.</param>
/// <param name="SenderId">By whose act it goes; null for the program itself.</param>
internal sealed record MailNote(MailKind Kind, Guid? OrganisationId, Guid? PersonId = null, Guid? SenderId = null)
{
    /// <summary>The version of the words of each kind; to be raised with every change of them.</summary>
    public int Version => Kind switch
    {
        MailKind.INVITATION or MailKind.PASSWORD_RESET or MailKind.SIGN_IN_RESET or MailKind.DIGEST or MailKind.INCIDENT => 1,
        _ => throw new InvalidOperationException($"The words of {Kind} have no version"),
    };
}

/// <summary>Writes mails of a kind at the moment they are sent, so that one says what holds then.</summary>
internal interface IMailWriter
{
    /// <summary>What it writes.</summary>
    MailKind Kind { get; }

    /// <summary>The mail to a person, or null where nothing is left to be said.</summary>
    Task<OutgoingMail?> Write(Guid personId, CancellationToken ct);
}
