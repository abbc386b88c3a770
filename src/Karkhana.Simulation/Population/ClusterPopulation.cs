using Karkhana.Core.Errors;

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

    /// <summary>Gives some of the firms with the ties among them, their links outside, their places and their draws.</summary>
    /// <remarks>Exposures stay as they are: those of the firms among all.</remarks>
    /// <param name="firms">The positions of the firms, each once, at least one.</param>
    /// <returns>The population of these firms.</returns>
    public ClusterPopulation Of(IReadOnlyList<int> firms)
    {
        ArgumentNullException.ThrowIfNull(firms);
        Require.That(firms.Count > 0, nameof(firms), "must hold at least one firm; it held none");
        Dictionary<int, int> positions = firms.Select((firm, position) => (firm, position)).ToDictionary(pair => pair.firm, pair => pair.position);
        int[] places = [.. firms.Select(firm => Firms[firm].Place).Distinct().Order()];
        int functions = Firms[0].Capability.Count;
        return this with
        {
            Firms = [.. firms.Select(firm => Firms[firm] with { Place = Array.IndexOf(places, Firms[firm].Place) })],
            Ties =
            [
                .. Ties.Where(tie => positions.ContainsKey(tie.From) && positions.ContainsKey(tie.To))
                    .Select(tie => tie with { From = positions[tie.From], To = positions[tie.To] }),
            ],
            Places = Places.Count == 0 ? [] : [.. places.Select(place => Places[place])],
            Draws =
            [
                .. Draws.Select(draw => new PopulationDraw(
                    [.. Enumerable.Range(0, functions).SelectMany(function => firms.Select(firm => draw.Capability[(function * Firms.Count) + firm]))],
                    [.. firms.Select(firm => draw.AbsorptiveCapacity[firm])])),
            ],
        };
    }
}
