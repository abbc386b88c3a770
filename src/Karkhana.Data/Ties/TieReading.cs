using Karkhana.Core.Exchange;

namespace Karkhana.Data.Ties;

/// <summary>What came of reading the ties.</summary>
/// <param name="Reports">The ties as they were reported.</param>
/// <param name="Ties">The ties between firms.</param>
/// <param name="Names">What came of each name; empty when partners are given by id.</param>
internal sealed record TieReading(TieReports Reports, TieTable Ties, IReadOnlyList<NameMatch> Names);
