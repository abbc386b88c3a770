namespace Karkhana.Simulation;

/// <summary>What the model starts from: the study's own firms and ties, or a synthetic population that says so.</summary>
public sealed record ClusterPopulation
{
    /// <summary>Gets the firms.</summary>
    public required IReadOnlyList<ClusterFirm> Firms { get; init; }

    /// <summary>Gets the ties.</summary>
    public IReadOnlyList<ClusterTie> Ties { get; init; } = [];

    /// <summary>Gets the names of the places.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Gets the advantages with their strengths, in the order of each firm's exposures.</summary>
    public IReadOnlyList<AdvantageStrength> Advantages { get; init; } = [];

    /// <summary>Gets further draws of capability and absorptive capacity (plausible values); replicate r starts from draw r modulo
    /// their number, and from the firms' own values if there is none.</summary>
    public IReadOnlyList<PopulationDraw> Draws { get; init; } = [];

    /// <summary>Gets a value indicating whether the firms are synthetic.</summary>
    public bool Synthetic { get; init; }
}
