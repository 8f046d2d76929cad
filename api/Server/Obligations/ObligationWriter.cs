using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>Acts on the obligation that a contract's edition gives a number; the number is looked up, the record has its own id.</summary>
internal sealed class ObligationWriter(Writer writer, ObligationReader reader)
{
    /// <summary>Decides a command on the obligation of this number. 404 <c>requirement-unknown</c> where the contract has none.</summary>
    public Task<IResult> DecideOn(Guid contractId, int number, IfMatch ifMatch, IObligationCommand command, CancellationToken ct) =>
        DecideOn(contractId, number, ifMatch, _ => command, ct);

    /// <summary>The same, for a command that depends on what the obligation is.</summary>
    public async Task<IResult> DecideOn(
        Guid contractId, int number, IfMatch ifMatch, Func<Obligation, IObligationCommand> command, CancellationToken ct)
    {
        // Looked up inside the boundary, so that what is another's takes no longer than what is not there.
        if (await reader.ForWriting(contractId, number, ct) is not { } record)
        {
            // Whether the contract is there at all is the contract's own question; a record that is not the actor's to see is none.
            await writer.Fetch<Contract>(contractId, ifMatch: null, ct);
            return Problems.From(ObligationRefusals.RequirementUnknown);
        }

        ifMatch.Against(record.Version);
        Writer.Record(record, state => ObligationDecider.Decide(command(state), state));
        return await writer.Save(record, ct);
    }
}
