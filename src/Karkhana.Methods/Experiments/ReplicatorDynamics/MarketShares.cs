using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Firms that compete for shares of a market.</summary>
/// <param name="Share">The share of each firm at the start, zero or greater; sales will do, for they are divided by their sum.</param>
/// <param name="Fitness">What lets a firm grow: its growth rate, or its growth factor in discrete time.</param>
public sealed record MarketShares(IReadOnlyList<double> Share, IReadOnlyList<double> Fitness)
{
    private const double Rounding = 1e-9;

    /// <summary>Gets a value indicating whether the shares add up to 1 but for rounding.</summary>
    internal bool AddUp => Math.Abs(Sums.Sum([.. Share]) - 1) <= Rounding;

    /// <summary>Reads the input <c>firms</c> of a request; a missing cell is refused.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The firms.</returns>
    public static MarketShares Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable firms = request.Table("firms");
        return new MarketShares(firms.CompleteNumbers("share"), firms.CompleteNumbers("fitness"));
    }

    /// <summary>Refuses shares below 0 or all 0 and, in discrete time, fitness that is no growth factor.</summary>
    internal void Check(ReplicatorTime dynamics)
    {
        Require.Finite(Share);
        Require.Finite(Fitness);
        Require.SameLength(Share.Count, Fitness.Count, nameof(Fitness));
        bool grows = dynamics == ReplicatorTime.Continuous;
        for (int firm = 0; firm < Share.Count; firm++)
        {
            if (Share[firm] < 0 || (dynamics == ReplicatorTime.Discrete && Fitness[firm] < 0))
            {
                (string name, double value) = Share[firm] < 0 ? (nameof(Share), Share[firm]) : (nameof(Fitness), Fitness[firm]);
                Require.That(false, name, FormattableString.Invariant($"must not be below 0; firm {firm + 1} had {value}"));
            }

            grows |= Share[firm] > 0 && Fitness[firm] > 0;
        }

        Require.That(Share.Any(share => share > 0), nameof(Share), "must be above 0 for at least one firm; all were 0");
        Require.That(grows, nameof(Fitness), "must be above 0 for at least one firm with a share in discrete time; all were 0");
    }
}
