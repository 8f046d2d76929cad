namespace SecurityTracker.Domain.Contracts;

/// <summary>What a list of 担当職員 must be. The check answers the first refusal, or null when all is well.</summary>
internal static class OfficerRules
{
    private const int MaxOfficers = 20;
    private const int MaxTelephone = 50;

    public static Refusal? Check(ChangeOfficers c) => c.Officers switch
    {
        [] => ContractRefusals.OfficersMissing,
        { Count: > MaxOfficers } => ContractRefusals.OfficersTooMany,
        _ => c.Officers.Select((officer, i) => Check(officer, c.From, $"/officers/{i}")).FirstOrDefault(refusal => refusal is not null)
            ?? (c.Officers.Count(o => o.Post == OfficerPost.PRIMARY) > 1 ? ContractRefusals.PrimaryTwice : null)
            ?? ContractRules.CheckDay(c.From, "/from"),
    };

    private static Refusal? Check(OfficerInput officer, DateOnly listFrom, string at) =>
        Texts.Line(officer.Name.Value, ContractRules.MaxName, $"{at}/name")
        ?? (officer.Mail is null || ContractRules.LooksLikeMail(officer.Mail.Value) ? null : ContractRefusals.MailInvalid.At($"{at}/mail"))
        ?? Texts.OptionalLine(officer.Telephone?.Value, MaxTelephone, $"{at}/telephone")
        ?? ContractRules.CheckDay(officer.From, $"{at}/from")
        ?? (officer.From > listFrom ? ContractRefusals.OfficerNotYet.At($"{at}/from") : null);
}
