using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Ratios of correlations between and within constructs.</summary>
internal sealed class ConstructRatios
{
    private readonly int[][] _items;
    private readonly CorrelationMean _mean;
    private readonly bool _absolute;

    public ConstructRatios(IReadOnlyList<string> items, HeterotraitMonotraitRatioOptions options)
    {
        (_mean, _absolute) = (options.Mean, options.Absolute);
        Names = [.. options.Constructs.Keys];
        int[][] positions = ConstructItems.Positions(options.Constructs, items, nameof(options.Constructs), leastConstructs: 2);
        Assigned = [.. positions.SelectMany(own => own)];
        int next = 0;
        _items = [.. positions.Select(own => own.Select(_ => next++).ToArray())];
    }

    /// <summary>Gets the construct names.</summary>
    public string[] Names { get; }

    /// <summary>Gets where the items of all constructs stand, construct by construct: the order of the matrix that
    /// <see cref="Of"/> reads.</summary>
    public int[] Assigned { get; }

    /// <summary>Gives the ratios, construct × construct, row after row; 1 on the diagonal, NaN where not
    /// defined.</summary>
    public double[] Of(Matrix<double> correlations)
    {
        double[] within = [.. _items.Select(own => MeanOf([.. own.SelectMany(
            (item, i) => own.Take(i).Select(other => correlations[item, other]))]))];
        double[] ratios = [.. Enumerable.Repeat(1.0, Names.Length * Names.Length)];
        for (int first = 1; first < Names.Length; first++)
        {
            for (int second = 0; second < first; second++)
            {
                double between = MeanOf([.. _items[first].SelectMany(
                    item => _items[second].Select(other => correlations[item, other]))]);
                double product = within[first] * within[second];

                // Two negative means would give a ratio that looks sound.
                double ratio = within[first] > 0 && within[second] > 0 ? between / Math.Sqrt(product) : double.NaN;
                ratios[(first * Names.Length) + second] = ratios[(second * Names.Length) + first] = ratio;
            }
        }

        return ratios;
    }

    private double MeanOf(double[] correlations)
    {
        double[] values = _absolute ? [.. correlations.Select(Math.Abs)] : correlations;
        return _mean == CorrelationMean.Arithmetic
            ? Sums.Mean(values)
            : Array.Exists(values, value => value < 0)
                ? double.NaN
                : Math.Exp(Sums.Mean([.. values.Select(value => Math.Log(value))]));
    }
}
