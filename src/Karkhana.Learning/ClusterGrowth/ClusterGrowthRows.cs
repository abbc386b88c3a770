namespace Karkhana.Learning;

/// <summary>Firms or industries by place and period, with the employment around them.</summary>
/// <param name="Units">Growth: the firm of each row; entry: its industry.</param>
/// <param name="Places">The place of each row.</param>
/// <param name="Periods">The period of each row.</param>
/// <param name="Outcome">Growth: the workers of the firm, above 0; entry: the firms founded in the period.</param>
/// <param name="Own">Workers in the same industry and place when the period began, the firm itself left out.</param>
/// <param name="Other">Workers in other industries of the place.</param>
public sealed record ClusterGrowthRows(
    IReadOnlyList<string> Units,
    IReadOnlyList<string> Places,
    IReadOnlyList<double> Periods,
    IReadOnlyList<double> Outcome,
    IReadOnlyList<double> Own,
    IReadOnlyList<double> Other)
{
    /// <summary>Gets further columns by name, such as the science base of the place, as they enter.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Controls { get; init; } = new Dictionary<string, IReadOnlyList<double>>();
}
