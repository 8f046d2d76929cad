namespace SecurityTracker.Domain.Contracts;

/// <summary>Who takes an officer's place (異動).</summary>
/// <param name="PersonId">The person here.</param>
/// <param name="Name">氏名, as the person's own.</param>
/// <param name="Mail">The person's address.</param>
public sealed record Successor(Guid PersonId, PersonalRef Name, PersonalRef? Mail);

/// <summary>Give what an officer is in charge of to another from a day on (異動).</summary>
public sealed record SucceedOfficer(Guid FromPersonId, Successor To, DateOnly On) : IContractCommand;

/// <summary>異動: every list that holds from the day on or begins after it names the successor in the predecessor's place.</summary>
public static class OfficerSuccession
{
    /// <summary>Whether a person is in charge of a contract on a day, or will be later.</summary>
    public static bool IsInCharge(Contract state, Guid personId, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(state);
        return ListsOf(state, personId, on).Any();
    }

    internal static Decision Decide(SucceedOfficer c, Contract state)
    {
        if (ContractRules.CheckDay(c.On, "/on") is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        return Decision.Accept([.. ListsOf(state, c.FromPersonId, c.On).Select(list => new ContractOfficersChanged(Succeeded(list.Officers, c), list.From))]);
    }

    // That of the day and those that begin later, as far as they name the person.
    private static IEnumerable<OfficerList> ListsOf(Contract state, Guid personId, DateOnly on) =>
        state.OfficerLists.Where(list => list.From > on).Prepend(new OfficerList(on, state.OfficersOn(on))).Where(list => list.Officers.Any(o => o.PersonId == personId));

    // Who was a deputy beside the predecessor already takes the higher of the two posts.
    private static ContractOfficer[] Succeeded(IReadOnlyList<ContractOfficer> officers, SucceedOfficer c)
    {
        var left = officers.First(o => o.PersonId == c.FromPersonId);
        var there = officers.FirstOrDefault(o => o.PersonId == c.To.PersonId);
        var post = there is null || left.Post == OfficerPost.PRIMARY ? left.Post : there.Post;
        var since = there is null || there.Post != post ? c.On : there.From;
        var successor = (there ?? new ContractOfficer(post, c.To.Name, c.To.Mail, Telephone: null, since, c.To.PersonId)) with { Post = post, From = since };
        return [.. officers.Where(o => o != there).Select(o => o == left ? successor : o)];
    }
}
