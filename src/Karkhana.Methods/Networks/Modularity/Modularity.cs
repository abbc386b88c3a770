using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How far ties run within given groups.</summary>
public static class Modularity
{
    internal const string Source = "Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113; Leicht & Newman 2008, doi:10.1103/PhysRevLett.100.118703";

    /// <summary>Computes the modularity of a partition.</summary>
    /// <remarks>
    /// Directed: Σ_ij (a_ij − γ kout_i kin_j / L) / L over pairs in the same group, L the summed ties; undirected: Σ_c
    /// (L_c / L − γ (K_c / 2L)²). With values, strengths take the place of counts. NaN and a note without ties. Cost: n
    /// + m. Source: Newman and Girvan 2004, doi:10.1103/PhysRevE.69.026113, equation 5; Leicht and Newman 2008,
    /// doi:10.1103/PhysRevLett.100.118703, equation 3; γ: Reichardt and Bornholdt 2006,
    /// doi:10.1103/PhysRevE.74.016110. Agrees with: igraph 1.3.5 modularity, relative 1e-10.
    /// </remarks>
    /// <param name="input">The network and its groups.</param>
    /// <param name="options">Directions, values, resolution.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at before the pass.</param>
    /// <returns>The modularity.</returns>
    /// <exception cref="ArgumentException">A node has no group, or a value is not positive.</exception>
    public static ModularityResult Estimate(
        GroupedNetwork input, ModularityOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new ModularityOptions();
        cancellationToken.ThrowIfCancellationRequested();
        (string[] names, int[] groups) = input.Numbered();
        Graph strengths = TieValues.Strengths(input.Network, options);
        return new ModularityResult(
            Of(strengths, groups, names.Length, options.Resolution),
            strengths.TieCount == 0 ? [NetworkNotes.NoTies()] : [],
            new Provenance(
                "networks.modularity", FormattableString.Invariant($"{options.InWords}, resolution = {options.Resolution}"), Source));
    }

    /// <summary>Gives the modularity of numbered groups; a network whose ties are all returned is undirected.</summary>
    internal static double Of(Graph strengths, int[] groups, int count, double resolution)
    {
        double[] sent = new double[count];
        double[] received = new double[count];
        (double within, double total) = (0, 0);
        foreach ((int from, int to, double value) in strengths.Ties())
        {
            sent[groups[from]] += value;
            received[groups[to]] += value;
            total += value;
            within += groups[from] == groups[to] ? value : 0;
        }

        double expected = 0;
        for (int group = 0; group < count; group++)
        {
            expected += sent[group] / total * (received[group] / total);
        }

        return (within / total) - (resolution * expected);
    }
}
