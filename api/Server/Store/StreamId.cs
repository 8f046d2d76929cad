using System.Security.Cryptography;
using System.Text;

namespace SecurityTracker.Server.Store;

/// <summary>
/// The ids of streams that have a natural key: UUIDv5 of <c>noun:key[:key]</c> in one fixed namespace, so that two writers who
/// have never met write to the same stream. Everything else takes a fresh <c>Guid.CreateVersion7</c>. A test pins the values:
/// changing the namespace or a name orphans every stream ever written.
/// </summary>
internal static class StreamId
{
    private static readonly Guid Namespace = new("5d0f9a3e-7c1b-4f0e-9a55-3b1d2c64e8f7");

    /// <summary>The record of one requirement in one contract.</summary>
    /// <param name="contractId">The contract.</param>
    /// <param name="requirementId">e.g. <c>17:15</c>, never the number alone: numbers differ between editions.</param>
    public static Guid Obligation(Guid contractId, string requirementId) => Of($"obligation:{contractId:D}:{requirementId}");

    /// <summary>The part of one 再委託先 in one contract.</summary>
    public static Guid Part(Guid contractId, Guid subcontractorId) => Of($"part:{contractId:D}:{subcontractorId:D}");

    /// <summary>The 確認書類 of a contract, with all its versions.</summary>
    public static Guid ConfirmationDocument(Guid contractId) => Of($"confirmation-document:{contractId:D}");

    /// <summary>An edition with all its revisions, e.g. <c>ED-C</c>.</summary>
    public static Guid Edition(string code) => Of($"edition:{code}");

    /// <summary>The decision that is drafted on an act of authority: one at a time.</summary>
    public static Guid DecisionDraft(Guid actId) => Of($"decision-draft:{actId:D}");

    /// <summary>One of the two organisations that a fresh installation starts with.</summary>
    /// <param name="kind">The kind of organisation, as its enum's word.</param>
    public static Guid FirstOrganisation(string kind) => Of($"organisation:first:{kind}");

    /// <summary>The person who plays a role in an organisation, as long as nobody signs in.</summary>
    public static Guid Person(Guid organisationId, string role) => Of($"person:{organisationId:D}:{role}");

    /// <summary>The ministry's own side of the review of a report.</summary>
    public static Guid ReportReview(Guid reportId) => Of($"report-review:{reportId:D}");

    /// <summary>What the two sides say to each other of one requirement of a contract, across its reports.</summary>
    /// <param name="contractId">The contract.</param>
    /// <param name="requirementId">e.g. <c>17:15</c> or <c>extra:1</c>.</param>
    public static Guid RowThread(Guid contractId, string requirementId) => Of($"row-thread:{contractId:D}:{requirementId}");

    /// <summary>UUIDv5 (RFC 9562) of a name in the program's namespace.</summary>
    /// <param name="name"><c>noun:key[:key]</c>; never made of anything that can be edited.</param>
    public static Guid Of(string name)
    {
        var text = Encoding.UTF8.GetBytes(name);
        Span<byte> input = stackalloc byte[16 + text.Length];
        Namespace.TryWriteBytes(input, bigEndian: true, out _);
        text.CopyTo(input[16..]);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 9562 names SHA-1 for version 5; nothing here rests on its strength
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
