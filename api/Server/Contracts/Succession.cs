using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>What a 異動 does, written into the session and not saved.</summary>
/// <param name="Contracts">The contracts that name the successor from the day on.</param>
/// <param name="Ended">The predecessor's roles in the 課室 that end on that day.</param>
internal sealed record PlannedSuccession(IReadOnlyList<StreamForWriting<Contract>> Contracts, IReadOnlyList<Membership> Ended);

/// <summary>Works out a 異動 in the actor's own 課室: the act saves it, and its preview tells of it and saves nothing.</summary>
internal sealed class Succession(Writer writer, OrganisationPeople people, OrganisationAccess access, Actor actor)
{
    /// <summary>All that it changes; refused as the act is.</summary>
    public async Task<PlannedSuccession> Plan(SucceedOfficerRequest asked, CancellationToken ct)
    {
        var officer = new MembershipWanted(actor.OrganisationId, actor.SectionId, Role.SUPERVISING_OFFICER, Role.SECTION_HEAD);
        var successor = await people.Acts(asked.ToPersonId, asked.On, officer, ct) ? await writer.Session.Load<Person>(asked.ToPersonId, ct) : null;
        var refusal = asked.FromPersonId == asked.ToPersonId ? SectionRefusals.SuccessorItself
            : successor is null ? SectionRefusals.PersonUnknown.At("/toPersonId")
            : await people.Fetch(asked.FromPersonId, ct) is null ? SectionRefusals.PersonUnknown.At("/fromPersonId")
            : null;
        refusal.ThrowIfRefused();
        var to = new Successor(asked.ToPersonId, successor!.Value.Name, successor.Value.Mail);
        var contracts = await HandOver(new SucceedOfficer(asked.FromPersonId, to, asked.On), ct);
        return new(contracts, asked.EndMembership ? await End(asked, ct) : []);
    }

    private async Task<IReadOnlyList<StreamForWriting<Contract>>> HandOver(SucceedOfficer command, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid> { TypedValue = command.FromPersonId } };
        var theirs = await writer.Session.Query<Contract>($"WHERE d.officer_person_ids @> ARRAY[$1] AND {Visible.To(actor, parameters, "d")} ORDER BY d.id", parameters, ct);
        var handedOver = new List<StreamForWriting<Contract>>();
        foreach (var stream in await writer.Session.FetchForWriting<Contract>([.. theirs.Select(c => c.Id)], ct))
        {
            var before = stream.Version;
            Writer.Record(stream, state => ContractDecider.Decide(command, state));
            if (stream.Version > before)
            {
                handedOver.Add(stream);
            }
        }

        return handedOver;
    }

    // To hand over is every officer's; to take a role away is for who could have given it.
    private async Task<IReadOnlyList<Membership>> End(SucceedOfficerRequest asked, CancellationToken ct)
    {
        var stream = (await people.Fetch(asked.FromPersonId, ct))!;
        var ended = stream.Aggregate.Memberships.Where(m => m.OrganisationId == actor.OrganisationId && m.SectionId == actor.SectionId).ToList();
        ended.Select(m => access.Gives(m.Role, m.SectionId)).FirstOrDefault(refusal => refusal is not null)?.At("/endMembership").ThrowIfRefused();
        ended.ForEach(m => Writer.Record(stream, state => PersonDecider.Decide(new EndMembership(m.Id, asked.On), state)));
        return ended;
    }
}
