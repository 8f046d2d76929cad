using FastEndpoints;

namespace SecurityTracker.Server.Reports;

/// <summary>Names a report.</summary>
/// <param name="Id">The report.</param>
internal sealed record OfReport([property: RouteParam] Guid Id);

/// <summary>Acts on a report, as it was read.</summary>
/// <param name="Id">The report.</param>
/// <param name="IfMatch">The ETag of the report, as it was read.</param>
internal sealed record OnReport([property: RouteParam] Guid Id, [property: FromHeader("If-Match")] IfMatch IfMatch);

/// <summary>Acts on a report, as it was read, by what is sent.</summary>
/// <param name="Id">The report.</param>
/// <param name="IfMatch">The ETag of the report, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnReport<TBody>([property: RouteParam] Guid Id, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);

/// <summary>Sends something to a report.</summary>
/// <param name="Id">The report.</param>
/// <param name="Body">What is sent.</param>
internal sealed record InReport<TBody>([property: RouteParam] Guid Id, [property: FromBody] TBody Body);

/// <summary>Acts on a row of a report, as it was read.</summary>
/// <param name="Id">The report.</param>
/// <param name="Number">The number of the row.</param>
/// <param name="IfMatch">The ETag of the report, as it was read.</param>
internal sealed record OnReportRow([property: RouteParam] Guid Id, [property: RouteParam] int Number, [property: FromHeader("If-Match")] IfMatch IfMatch);

/// <summary>Acts on a row of a report, as it was read, by what is sent.</summary>
/// <param name="Id">The report.</param>
/// <param name="Number">The number of the row.</param>
/// <param name="IfMatch">The ETag of the report, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnReportRow<TBody>(
    [property: RouteParam] Guid Id, [property: RouteParam] int Number, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);

/// <summary>Acts on a record from before the introduction (導入前の記録), as it was read.</summary>
/// <param name="Id">The record.</param>
/// <param name="IfMatch">The ETag of the record, as it was read.</param>
internal sealed record OnPriorReport([property: RouteParam] Guid Id, [property: FromHeader("If-Match")] IfMatch IfMatch);

/// <summary>Acts on a record from before the introduction (導入前の記録), as it was read, by what is sent.</summary>
/// <param name="Id">The record.</param>
/// <param name="IfMatch">The ETag of the record, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnPriorReport<TBody>([property: RouteParam] Guid Id, [property: FromHeader("If-Match")] IfMatch IfMatch, [property: FromBody] TBody Body);

/// <summary>Names a batch of reports.</summary>
/// <param name="Id">The batch.</param>
internal sealed record OfReportBatch([property: RouteParam] Guid Id);
