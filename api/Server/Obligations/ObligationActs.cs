using Npgsql;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Server.Obligations;

/// <summary>Acts on the obligation that a contract's edition gives a number; the number is looked up, the record has its own id.</summary>
internal static class ObligationActs
{
    /// <summary>Decides a command on the obligation of this number. 404 <c>requirement-unknown</c> where the contract has none.</summary>
    public static Task<IResult> DecideOnObligation(
        this Acts acts, Guid contractId, int number, IfMatch ifMatch, IObligationCommand command, CancellationToken ct) =>
        acts.DecideOnObligation(contractId, number, ifMatch, _ => command, ct);

    /// <summary>The same, for a command that depends on what the obligation is.</summary>
    public static async Task<IResult> DecideOnObligation(
        this Acts acts, Guid contractId, int number, IfMatch ifMatch, Func<Obligation, IObligationCommand> command, CancellationToken ct)
    {
        var found = await acts.Session.Query<Obligation>(
            "WHERE d.contract_id = $1 AND d.number = $2 AND d.in_force",
            [new NpgsqlParameter<Guid> { TypedValue = contractId }, new NpgsqlParameter<int> { TypedValue = number }],
            ct);
        if (found.Count == 0)
        {
            // Whether the contract is there at all is the contract's own question, asked inside the boundary.
            var (_, problem) = await acts.Fetch<Contract>(contractId, ifMatch: null, ct);
            return problem ?? Problems.From(ObligationRefusals.RequirementUnknown);
        }

        return await acts.DecideOn<Obligation>(found[0].Id, ifMatch, state => ObligationDecider.Decide(command(state), state), ct);
    }
}
