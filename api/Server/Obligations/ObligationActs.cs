using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Server.Obligations;

/// <summary>Acts on the obligation that a contract's edition gives a number; the number is looked up, the record has its own id.</summary>
public sealed class ObligationActs(Acts acts, ObligationReader reader, ObligationAddresses addresses)
{
    /// <summary>Decides a command on the obligation of this number. 404 <c>requirement-unknown</c> where the contract has none.</summary>
    public Task<IResult> DecideOn(Guid contractId, int number, IfMatch ifMatch, IObligationCommand command, CancellationToken ct) =>
        DecideOn(contractId, number, ifMatch, _ => command, ct);

    /// <summary>The same, for a command that depends on what the obligation is.</summary>
    public async Task<IResult> DecideOn(
        Guid contractId, int number, IfMatch ifMatch, Func<Obligation, IObligationCommand> command, CancellationToken ct)
    {
        var remembered = addresses.Find(contractId, number);
        var id = remembered ?? await LookUp(contractId, number, ct);
        var (stream, problem) = id is { } known ? await acts.Fetch<Obligation>(known, ifMatch, ct) : new(Stream: null, Problem: null);
        if (remembered is not null && stream?.Aggregate is { } then && !(then.InForce && then.Number == number))
        {
            // The contract has moved to another edition since: what was remembered is not the number's record any more.
            addresses.Forget(contractId, number);
            return await DecideOn(contractId, number, ifMatch, command, ct);
        }

        if (id is null || problem == Problems.NotFound)
        {
            // Whether the contract is there at all is the contract's own question, asked inside the boundary; a record that is not the actor's to see is none.
            return (await acts.Fetch<Contract>(contractId, ifMatch: null, ct)).Problem ?? Problems.From(ObligationRefusals.RequirementUnknown);
        }

        return problem ?? Acts.Record(stream!, state => ObligationDecider.Decide(command(state), state)) ?? await acts.Save(stream!, ct);
    }

    private async Task<Guid?> LookUp(Guid contractId, int number, CancellationToken ct)
    {
        // Inside the boundary, so that what is another's takes no longer than what is not there.
        if (await reader.InForce(contractId, number, ct) is not [var record, ..])
        {
            return null;
        }

        addresses.Remember(contractId, number, record.Id);
        return record.Id;
    }
}
