using System.Globalization;
using System.Text;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.Contracts;

/// <summary>What every mail of a contract has in common: whom it goes to, its 件名 by the contract's rule with a 整理番号, the form of 公用文, who sends it and can be called back, and below it a 回答欄 and what was said before.</summary>
internal sealed class ContractLetters(PersonalValues values, SenderTelephones telephones, People people, Actor actor, TimeProvider time)
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

        var mail = new OutgoingMail([.. to.Select(a => new Mailbox(a))], Subject(contract, letter.Title, letter.About), await Body(contract, letter, ct))
        {
            Cc = [.. cc.Select(a => new Mailbox(a))], Attachments = letter.Attachments, InReplyTo = letter.Repeats,
        };
        response.NameFile($"{MailReference.Of(letter.About)}.eml");
        return Results.Bytes(EmlComposer.Write(mail, from: null, letter.MessageId, Tokyo.Time(time.GetUtcNow())), EmlComposer.MediaType);
    }

    /// <summary>The 件名 by the contract's rule, with the 整理番号 of what the mail is about.</summary>
    public static string Subject(Contract contract, string title, Guid about) =>
        $"{MailSubjects.Of(contract.MailSubjectPattern, contract.Name, title)}（整理番号：{MailReference.Of(about)}）";

    /// <summary>公用文: a preface, 記, numbered points with full-width digits (the 整理番号 as the last), 以上; who sends it; below that the 回答欄 and what was said before.</summary>
    public async Task<string> Body(Contract contract, Letter letter, CancellationToken ct)
    {
        var body = new StringBuilder().Append(contract.AddresseeOn(Tokyo.Today(time))).Append("\n\n")
            .Append("　平素よりお世話になっております。").Append(contract.PartyOf(actor)).Append("です。\n");
        foreach (var sentence in letter.Sentences)
        {
            body.Append('　').Append(sentence).Append('\n');
        }

        body.Append("\n記\n\n");
        var number = 0;
        foreach (var point in letter.Points.Append(new("整理番号", MailReference.Of(letter.About))).Where(point => !string.IsNullOrEmpty(point.Text)))
        {
            body.Append(Wareki.FullWidth(++number)).Append('　').Append(point.Name).Append('\n').Append(Indented(point.Text!)).Append('\n');
        }

        body.Append("以上\n\n").Append(contract.PartyOf(actor)).Append('\n');
        if (contract.IsContractors(actor))
        {
            body.Append(await values.Load(contract.Contractor.RepresentativeName, ct)).Append('\n');
        }

        return body.Append(await Tail(letter, ct)).ToString();
    }

    /// <summary>What stands below every letter: who sends it, the 回答欄, and what was said before.</summary>
    public async Task<string> Tail(Letter letter, CancellationToken ct)
    {
        var tail = new StringBuilder(await Sender(ct));
        if (letter.AnswerFields.Count > 0)
        {
            // A program that reads the answer takes what stands below such a line for quoted: nothing of it is taken for the officer's word.
            tail.Append("\n――――　回答欄（返信の際に御記入ください）　――――\n");
            tail.AppendJoin("", letter.AnswerFields.Select(field => $"　{field}：\n"));
        }

        if (letter.Earlier.Count > 0)
        {
            tail.Append("\n――――　これまでのメール・電話等でのやりとり　――――\n");
            tail.AppendJoin("", letter.Earlier.Select(word => $"{Wareki.Format(word.On)}　{word.What}\n{Indented(word.Text)}"));
        }

        return tail.ToString();
    }

    private async Task<string> Sender(CancellationToken ct)
    {
        if (actor.PersonId is not { } id || await people.Find(id, ct) is not { Value.Name: var name })
        {
            return "";
        }

        var telephone = await telephones.Of(id, ct);
        return $"担当　{await values.Load(name, ct)}\n" + (telephone is null ? "" : $"電話　{telephone}\n");
    }

    private static string Indented(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Split('\n').Select(line => string.Create(CultureInfo.InvariantCulture, $"　　{line}\n")));
}
