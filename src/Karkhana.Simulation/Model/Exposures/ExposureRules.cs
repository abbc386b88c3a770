using System.Buffers;

namespace Karkhana.Simulation;

/// <summary>The exposures that follow from where firms lie and whom they deal with, by firm (framework 1.4 and 1.5).</summary>
/// <remarks>
/// Each is A / (A + half) with A a density Σ exp(−d / r0) of firms, of firms of the same product or of workers, or a number of
/// ties, and half the median of positive A at the start. The study's exposures are the start; the model moves them by the
/// change of these rules since then, and leaves alone those that no rule gives.
/// </remarks>
internal sealed class ExposureRules
{
    /// <summary>The number of rules.</summary>
    public const int Rules = 8;

    private const int Firms = 0, SameProduct = 1, Workers = 2, Outside = 3, Supply = 4, Subcontract = 5, Bilateral = 6, Association = 7;

    private readonly double[] _half;

    private ExposureRules(double[] values, double[] sameProduct, double[] half)
    {
        Values = values;
        SameProductDensity = sameProduct;
        _half = half;
    }

    /// <summary>Gets the values from 0 to 1: position slot × rules + rule.</summary>
    public double[] Values { get; }

    /// <summary>Gets Σ exp(−d / r0) over firms of the same product, by slot.</summary>
    public double[] SameProductDensity { get; }

    /// <summary>Computes the rules.</summary>
    /// <param name="run">The run.</param>
    /// <param name="start">The rules at the start, whose halves are kept; null to find them.</param>
    /// <returns>The rules.</returns>
    public static ExposureRules Of(ClusterRun run, ExposureRules? start)
    {
        int count = run.Firms.Count;
        double[] amounts = new double[count * Rules];
        double[] sameProduct = new double[count];
        Densities(run, amounts, sameProduct);
        CountTies(run.Ties, count, amounts);
        double[] half = start?._half ?? Halves(amounts, count);
        for (int position = 0; position < amounts.Length; position++)
        {
            double amount = amounts[position];
            amounts[position] = amount / (amount + half[position % Rules]);
        }

        return new ExposureRules(amounts, sameProduct, half);
    }

    /// <summary>Gives which rule moves which advantage.</summary>
    /// <param name="advantages">Where the advantages stand.</param>
    /// <returns>Pairs of advantage and rule.</returns>
    public static (int Advantage, int Rule)[] Pairs(AdvantageIndex advantages) =>
    [
        .. new (int Advantage, int Rule)[]
        {
            (advantages.ObservationImitation, Firms), (advantages.Rivalry, SameProduct), (advantages.Congestion, Workers),
            (advantages.OutsideSources, Outside), (advantages.OutsideBridging, Outside), (advantages.Backward, Supply),
            (advantages.Forward, Subcontract), (advantages.Bilateral, Bilateral), (advantages.Multilateral, Association),
        }.Where(pair => pair.Advantage >= 0),
    ];

    // Neighbours were looked up just before: all are alive.
    private static void Densities(ClusterRun run, double[] amounts, double[] sameProduct)
    {
        NeighbourRows rows = run.Neighbours;
        ReadOnlySpan<int> order = rows.Order;
        int[] products = ArrayPool<int>.Shared.Rent(order.Length); // by place, so that those of neighbours lie together
        double[] workers = ArrayPool<double>.Shared.Rent(order.Length);
        for (int place = 0; place < order.Length; place++)
        {
            (products[place], workers[place]) = (run.Firms.Product[order[place]], run.Firms.Workers[order[place]]);
        }

        for (int place = 0; place < order.Length; place++)
        {
            int slot = order[place];
            ReadOnlySpan<int> near = rows.Places(slot);
            ReadOnlySpan<double> weight = rows.Weights(slot);
            int product = products[place];
            (double same, double work) = (0, 0);
            for (int entry = 0; entry < near.Length; entry++)
            {
                int other = near[entry];
                long all = -Convert.ToInt64(products[other] == product); // a mask, since a branch would be guessed wrong too often
                same += BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(weight[entry]) & all);
                work += weight[entry] * workers[other];
            }

            amounts[(slot * Rules) + Firms] = rows.Total[slot];
            amounts[(slot * Rules) + SameProduct] = same;
            amounts[(slot * Rules) + Workers] = work;
            sameProduct[slot] = same;
        }

        ArrayPool<int>.Shared.Return(products);
        ArrayPool<double>.Shared.Return(workers);
    }

    private static void CountTies(TieColumns ties, int count, double[] amounts)
    {
        (int[] first, int[] tie, int[] outside) = (ties.First, ties.Tie, ties.Outside);
        for (int slot = 0; slot < Math.Min(count, outside.Length); slot++)
        {
            amounts[(slot * Rules) + Outside] = outside[slot];
            for (int entry = first[slot]; entry < first[slot + 1]; entry++)
            {
                int rule = ties.Kind[tie[entry]] switch
                {
                    ClusterTieKind.Supply => Supply,
                    ClusterTieKind.Subcontract => Subcontract,
                    ClusterTieKind.Association => Association,
                    _ => Bilateral,
                };
                amounts[(slot * Rules) + rule]++;
            }
        }
    }

    private static double[] Halves(double[] amounts, int count)
    {
        double[] half = new double[Rules];
        double[] column = new double[count];
        for (int rule = 0; rule < Rules; rule++)
        {
            int positive = 0;
            for (int slot = 0; slot < count; slot++)
            {
                if (amounts[(slot * Rules) + rule] > 0)
                {
                    column[positive++] = amounts[(slot * Rules) + rule];
                }
            }

            Array.Sort(column, 0, positive);
            half[rule] = positive == 0 ? 1 : column[positive / 2];
        }

        return half;
    }
}
