using SecurityTracker.Demo.World;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Demo.Filling;

/// <summary>Registers one made-up contract and brings it as far as the world says.</summary>
/// <param name="parties">Its people.</param>
/// <param name="organisations">Those that are registered, by name.</param>
internal sealed class DemoContractFilling(DemoParties parties, IReadOnlyDictionary<string, Guid> organisations)
{
    private DemoContract Contract => parties.Contract;

    /// <summary>Does it all.</summary>
    /// <param name="predecessorId">The id of last year's contract, or null.</param>
    /// <returns>The id of the contract.</returns>
    public async Task<Guid> Fill(Guid? predecessorId, CancellationToken ct)
    {
        var version = await Register(predecessorId, ct);
        var record = new DemoRecordFilling(parties);
        if (Contract.Progress != DemoProgress.REGISTERED)
        {
            version = await parties.Contractor.At(parties.RegisteredAt).Act(HttpMethod.Put, $"contracts/{parties.Id}/answers", Contract.Answers, version, ct);
            await record.Fill(ct);
        }

        version = await new DemoPartFilling(parties, organisations).Fill(version, ct);
        await new DemoDocumentFilling(parties).Fill(ct);
        await new DemoActFilling(parties).Fill(ct);
        await new DemoSayingFilling(parties).Fill(ct);
        version = await Change(version, ct);
        if (Contract.Progress is DemoProgress.RECORDED or DemoProgress.REPORTED)
        {
            await new DemoReportFilling(parties, record).Fill(ct);
        }

        return parties.Id;
    }

    private async Task<long> Register(Guid? predecessorId, CancellationToken ct)
    {
        var registered = await parties.Contractor.At(parties.RegisteredAt).Post("contracts", Registration(predecessorId), ct);
        parties.Id = registered["id"]!.GetValue<Guid>();
        var officers = Contract.Officers.Select((mail, i) =>
        {
            var person = DemoCast.People.First(person => person.Mail == mail);
            return new { post = i == 0 ? "PRIMARY" : "DEPUTY", person.Name, person.Mail, person.Telephone, personId = parties.Hands.IdOf(mail) };
        });
        var version = registered["version"]!.GetValue<long>();
        return await parties.Officer().At(parties.RegisteredAt).Act(HttpMethod.Put, $"contracts/{parties.Id}/officers", new { officers, from = Contract.StartsOn }, version, ct);
    }

    private object Registration(Guid? predecessorId)
    {
        var (firm, office) = (parties.Firm, parties.Office);
        var norm = Contract.Edition == "ED-D" ? "令和７年度版" : "令和５年度版";
        return new
        {
            Contract.Name,
            Contract.SignedOn,
            Contract.StartsOn,
            Contract.EndsOn,
            editionCode = Contract.Edition,
            contractor = new { organisationId = organisations[firm.Name], firm.Name, firm.Address, firm.RepresentativeTitle, firm.RepresentativeName },
            officeId = organisations[office.Name],
            officeName = office.Name,
            sectionName = Contract.Section,
            sectionMail = parties.Section.Mail,
            addressee = $"{office.Name.Replace(" ", "", StringComparison.Ordinal)}{Contract.Section}長　殿",
            namedNorm = $"政府機関等のサイバーセキュリティ対策のための統一基準群（{norm}）",
            effectiveNorm = Contract.SignedOn is null ? null : "政府機関等のサイバーセキュリティ対策のための統一基準群（令和７年度版）",
            Contract.Consortium,
            predecessorId,
        };
    }

    private async Task<long> Change(long version, CancellationToken ct)
    {
        if (Contract.Amendment is { } amendment)
        {
            version = await parties.Contractor.At(parties.Calendar.At(amendment.AgreedOn, 17)).Act(HttpMethod.Post, $"contracts/{parties.Id}/amendments", amendment, version, ct);
        }

        if (Contract.Termination is { } termination)
        {
            version = await parties.Contractor.At(parties.Calendar.At(termination.TerminatedOn, 17)).Act(HttpMethod.Post, $"contracts/{parties.Id}/termination", termination, version, ct);
        }

        return version;
    }
}
