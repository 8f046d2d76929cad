using System.Globalization;
using System.Text;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.Contracts;

/// <summary>Whom a mail on a contract goes to.</summary>
/// <param name="To">The 課室's shared address, and where there is none the officers'.</param>
/// <param name="Cc">The officers' own addresses, where they are not in <paramref name="To"/>.</param>
internal sealed record Recipients(IReadOnlyList<string> To, IReadOnlyList<string> Cc)
{
    /// <summary>Nobody to write to.</summary>
    public static readonly Refusal Missing = new("recipient-missing", RefusalKind.CONFLICT, new(
        "送付先のメールアドレスが登録されていません。契約の担当課室又は担当職員のメールアドレスを登録してください。",
        "No address is known. Enter the section's or an officer's mail address on the contract."));
}

/// <summary>One numbered point of a letter; left out where its text is empty.</summary>
internal sealed record LetterPoint(string Name, string? Text);

/// <summary>What one mail of a contract says.</summary>
/// <param name="About">What it is about: its 整理番号.</param>
/// <param name="MessageId">Without its angle brackets.</param>
/// <param name="Title">For the 件名.</param>
internal sealed record Letter(Guid About, string MessageId, string Title, IReadOnlyList<string> Sentences, IReadOnlyList<LetterPoint> Points)
{
    /// <summary>The files.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}

/// <summary>What every mail of a contract has in common: whom it goes to, its 件名 by the contract's rule with a 整理番号, and the form of 公用文.</summary>
internal sealed class ContractLetters(PersonalValues values, Actor actor, TimeProvider time)
{
    /// <summary>Whom it goes to today.</summary>
    public async Task<Recipients> To(Contract contract, CancellationToken ct)
    {
        PersonalRef[] officers = [.. contract.OfficersOn(Tokyo.Today(time)).Select(o => o.Mail).OfType<PersonalRef>()];
        var known = await values.Load([.. officers, .. new[] { contract.Section.SectionMail }.OfType<PersonalRef>()], ct);
        string[] section = contract.Section.SectionMail is { } shared && Mailbox.IsAddress(known[shared]) ? [known[shared]] : [];
        string[] own = [.. officers.Select(m => known[m]).Where(Mailbox.IsAddress).Except(section, StringComparer.OrdinalIgnoreCase).Distinct(StringComparer.OrdinalIgnoreCase)];
        return section.Length > 0 ? new(section, own) : new(own, []);
    }

    /// <summary>A letter as a file that a mail program opens to be sent; refused where there is nobody to write to.</summary>
    public async Task<IResult> File(Contract contract, Letter letter, HttpResponse response, CancellationToken ct)
    {
        var (to, cc) = await To(contract, ct);
        if (to.Count == 0)
        {
            return Problems.From(Recipients.Missing);
        }

        var body = await Body(contract, letter.Sentences, letter.Points, letter.About, ct);
        var mail = new OutgoingMail([.. to.Select(a => new Mailbox(a))], Subject(contract, letter.Title, letter.About), body)
        {
            Cc = [.. cc.Select(a => new Mailbox(a))], Attachments = letter.Attachments,
        };
        response.NameFile($"{MailReference.Of(letter.About)}.eml");
        return Results.Bytes(EmlComposer.Write(mail, from: null, letter.MessageId, Tokyo.Time(time.GetUtcNow())), EmlComposer.MediaType);
    }

    /// <summary>The 件名 by the contract's rule, with the 整理番号 of what the mail is about.</summary>
    public static string Subject(Contract contract, string title, Guid about) =>
        $"{MailSubjects.Of(contract.MailSubjectPattern, contract.Name, title)}（整理番号：{MailReference.Of(about)}）";

    /// <summary>公用文: a preface, 記, numbered points with full-width digits, 以上.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="sentences">What is told or asked, a sentence a line.</param>
    /// <param name="points">Below 記; the 整理番号 is added as the last.</param>
    /// <param name="about">What the mail is about.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<string> Body(Contract contract, IReadOnlyList<string> sentences, IReadOnlyList<LetterPoint> points, Guid about, CancellationToken ct)
    {
        var body = new StringBuilder().Append(contract.AddresseeOn(Tokyo.Today(time))).Append("\n\n")
            .Append("　平素よりお世話になっております。").Append(contract.PartyOf(actor)).Append("です。\n");
        foreach (var sentence in sentences)
        {
            body.Append('　').Append(sentence).Append('\n');
        }

        body.Append("\n記\n\n");
        var number = 0;
        foreach (var point in points.Append(new("整理番号", MailReference.Of(about))).Where(point => !string.IsNullOrEmpty(point.Text)))
        {
            body.Append(Wareki.FullWidth(++number)).Append('　').Append(point.Name).Append('\n').Append(Indented(point.Text!)).Append('\n');
        }

        body.Append("以上\n\n").Append(contract.PartyOf(actor)).Append('\n');
        return contract.IsContractors(actor) ? body.Append(await values.Load(contract.Contractor.RepresentativeName, ct)).Append('\n').ToString() : body.ToString();
    }

    private static string Indented(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Split('\n').Select(line => string.Create(CultureInfo.InvariantCulture, $"　　{line}\n")));
}
