using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;

namespace Karkhana.Simulation;

/// <summary>What can be set on location by attraction.</summary>
public sealed record UrnLocationOptions : BenchmarkOptions
{
    /// <summary>Gets the firms of each region at the start.</summary>
    /// <value>At least two regions, each from 0 to 1000000000, at least one firm in all; one firm each in two regions unless set.</value>
    public IReadOnlyList<double> Start { get; init => field = Require.Finite(value); } = [1, 1];

    /// <summary>Gets how many firms enter.</summary>
    /// <value>From 1 to 10000000; 1000 unless set.</value>
    public int Entrants { get; init => field = Require.Between(value, 1, 10_000_000); } = 1000;

    /// <summary>Gets by what power of its firms a region attracts the next one.</summary>
    /// <value>From −5 to 5; 1 unless set (Pólya). Above 1 one region takes nearly all, below 1 shares even out, at 0 entrants do not look.</value>
    public double Attraction { get; init => field = Require.Between(value, -5, 5); } = 1;

    /// <summary>Refuses starts that are no numbers of firms.</summary>
    internal void Check()
    {
        Require.That(Start.Count >= 2, nameof(Start), FormattableString.Invariant($"must have at least two regions; it had {Start.Count}"));
        foreach (double firms in Start)
        {
            Require.Between(firms, 0, 1e9, nameof(Start));
        }

        Require.That(Sums.Sum([.. Start]) > 0, nameof(Start), "must have a firm in at least one region; all had none");
        Require.That(Attraction > 0 || Start.All(firms => firms > 0), nameof(Start), FormattableString.Invariant(
            $"must have a firm in every region when attraction is not above 0; attraction was {Attraction}"));
    }
}
