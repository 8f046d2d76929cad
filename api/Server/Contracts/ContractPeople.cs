using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>Keeps the personal values of a contract apart from its events; a value that did not change keeps its id.</summary>
internal sealed class ContractPeople(PersonalValues values)
{
    /// <summary>A contractor as entered, with the id under which its representative's name is kept.</summary>
    public async Task<ContractorInput> Contractor(Session session, Guid contractId, ContractorRequest request, ContractorParty? before, CancellationToken ct)
    {
        var name = await Input(session, contractId, "representativeName", request.RepresentativeName, before?.RepresentativeName, ct);
        return new(
            request.OrganisationId, request.Name, request.Address, Entered.OrNull(request.RepresentativeTitle), name, Entered.OrNull(request.CorporateNumber));
    }

    /// <summary>A section as entered, with the id under which its mail address is kept.</summary>
    public async Task<SectionInput> Section(Session session, Guid contractId, SectionRequest request, ResponsibleSection? before, CancellationToken ct)
    {
        var mail = Entered.OrNull(request.SectionMail) is { } text
            ? await Input(session, contractId, "sectionMail", text, before?.SectionMail, ct)
            : null;
        return new(request.OfficeId, Entered.OrNull(request.OfficeName), request.SectionName, mail, request.SectionId);
    }

    /// <summary>The 担当職員 as entered, with the ids under which what is personal is kept; whoever stays keeps theirs.</summary>
    public async Task<IReadOnlyList<OfficerInput>> Officers(
        Session session, Guid contractId, ChangeOfficersRequest request, IReadOnlyList<OfficerList> before, CancellationToken ct)
    {
        var kept = await values.Load([.. before.SelectMany(list => list.Officers).SelectMany(Refs)], ct);
        var known = before.SelectMany(list => list.Officers);
        var (names, mails, telephones) = (known.Select(o => o.Name), known.Select(o => o.Mail).OfType<PersonalRef>(), known.Select(o => o.Telephone).OfType<PersonalRef>());
        PersonalInput Input(string field, string value, IEnumerable<PersonalRef> those) =>
            new(value, those.Where(r => kept[r] == value).Cast<PersonalRef?>().FirstOrDefault() ?? values.Keep(session, contractId, field, value));
        return [.. request.Officers.Select(o => new OfficerInput(
            o.Post,
            Input("officerName", o.Name, names),
            Entered.OrNull(o.Mail) is { } mail ? Input("officerMail", mail, mails) : null,
            Entered.OrNull(o.Telephone) is { } telephone ? Input("officerTelephone", telephone, telephones) : null,
            o.From ?? request.From,
            o.PersonId ?? known.FirstOrDefault(k => k.PersonId is not null && kept[k.Name] == o.Name)?.PersonId))];
    }

    private static IEnumerable<PersonalRef> Refs(ContractOfficer officer) =>
        new[] { officer.Name, officer.Mail, officer.Telephone }.OfType<PersonalRef>();

    private async Task<PersonalInput> Input(Session session, Guid contractId, string field, string value, PersonalRef? before, CancellationToken ct) =>
        before is { } known && await values.Load(known, ct) == value
            ? new(value, known)
            : new(value, values.Keep(session, contractId, field, value));
}
