using Karkhana.Core.Exchange;

namespace Karkhana.Policy;

/// <summary>Something that a cluster agency can do.</summary>
/// <param name="Id">The id: <c>P05</c>.</param>
/// <param name="Name">The name that people read.</param>
/// <param name="Channels">The channels of learning that it acts on.</param>
/// <param name="Regimes">The regimes in which it works at the margin.</param>
/// <param name="Evidence">The grade of evidence.</param>
/// <param name="Cost">The cost class from 1 to 5; an order of magnitude.</param>
/// <param name="Source">Where the evidence comes from.</param>
/// <param name="Failure">How it is known to fail.</param>
/// <param name="Veto">When it is not advised.</param>
public sealed record Lever(
    string Id,
    string Name,
    IReadOnlyList<LearningChannel> Channels,
    IReadOnlyList<LearningRegime> Regimes,
    EvidenceGrade Evidence,
    int Cost,
    string Source,
    string Failure,
    VetoRule Veto)
{
    /// <summary>Gets a value indicating whether this is the baseline of doing nothing.</summary>
    public bool IsBaseline => Channels.Count == 0;

    /// <summary>Gets why a government would pull it; none for the baseline.</summary>
    public IReadOnlyList<PolicyRationale> Rationale { get; init; } = [];

    /// <summary>Gets the weight of the evidence: A 1, B 0.8, C 0.6, D 0.4.</summary>
    public double EvidenceWeight => Evidence switch
    {
        EvidenceGrade.A => 1,
        EvidenceGrade.B => 0.8,
        EvidenceGrade.C => 0.6,
        _ => 0.4,
    };
}
