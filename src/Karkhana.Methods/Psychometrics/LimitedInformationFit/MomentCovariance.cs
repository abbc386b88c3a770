using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Covariance under the model of the moments of one respondent's answers.</summary>
/// <remarks>Cov(m_a, m_b) = Cov over θ of the conditional means + mean over θ of the conditional covariance; the latter is
/// 0 unless a and b share an item. Cost: moments²/2 × nodes.</remarks>
internal sealed class MomentCovariance
{
    private readonly ModelledResponses _modelled;
    private readonly MomentSet _set;
    private readonly double[][] _centred; // conditional mean less mean
    private readonly double[][] _weighted;
    private readonly double[][] _squares; // E[x_i² | θ_q]

    private MomentCovariance(ModelledResponses modelled, MomentSet set)
    {
        _modelled = modelled;
        _set = set;
        _centred = [.. set.Conditional.Select((row, a) => row.Select(mean => mean - set.Expected[a]).ToArray())];
        _weighted = [.. _centred.Select(row => row.Zip(modelled.Grid.Weights, (mean, weight) => mean * weight).ToArray())];
        _squares = [.. Enumerable.Range(0, modelled.Items).Select(item => MomentSet.Powers(modelled, item, 2))];
    }

    /// <summary>Gives the lower triangle, row after row; what is above it is 0.</summary>
    public static ReplicateRows Of(
        ModelledResponses modelled, MomentSet set, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        MomentCovariance covariance = new(modelled, set);
        int count = set.Moments.Length;
        return FilledRows.Compute("relating moments", count, count, covariance.Fill, execution, cancellationToken);
    }

    private void Fill(int a, double[] values, int place)
    {
        for (int b = 0; b <= a; b++)
        {
            values[place + b] = Sums.Dot(_weighted[a], _centred[b]) + Within(_set.Moments[a], _set.Moments[b]);
        }
    }

    private double Within(MomentSet.Moment a, MomentSet.Moment b) => (a.IsPair, b.IsPair) switch
    {
        (false, false) => a.First == b.First ? Categories(a, b) : 0,
        (true, false) => b.First == a.First ? Mixed(b, a.Second) : b.First == a.Second ? Mixed(b, a.First) : 0,
        (false, true) => Within(b, a),
        _ => Pairs(a, b),
    };

    private double Pairs(MomentSet.Moment a, MomentSet.Moment b) =>
        (a.First == b.First, a.Second == b.Second, a.First == b.Second, a.Second == b.First) switch
        {
            (true, true, _, _) => SamePair(a.First, a.Second),
            (true, _, _, _) => Linked(a.First, a.Second, b.Second),
            (_, true, _, _) => Linked(a.Second, a.First, b.First),
            (_, _, true, _) => Linked(a.First, a.Second, b.First),
            (_, _, _, true) => Linked(a.Second, a.First, b.Second),
            _ => 0,
        };

    // P_c(1[c = d] − P_d)
    private double Categories(MomentSet.Moment a, MomentSet.Moment b)
    {
        ReadOnlySpan<double> left = _modelled.Curve(a.First, a.Category);
        ReadOnlySpan<double> right = _modelled.Curve(b.First, b.Category);
        double sum = 0;
        for (int q = 0; q < left.Length; q++)
        {
            sum += _modelled.Grid.Weights[q] * left[q] * ((a.Category == b.Category ? 1 : 0) - right[q]);
        }

        return sum;
    }

    // P(X_i = c)(c − E x_i) E x_other
    private double Mixed(MomentSet.Moment category, int other)
    {
        ReadOnlySpan<double> curve = _modelled.Curve(category.First, category.Category);
        double[] own = _set.Mean(category.First);
        double[] mean = _set.Mean(other);
        double sum = 0;
        for (int q = 0; q < curve.Length; q++)
        {
            sum += _modelled.Grid.Weights[q] * curve[q] * (category.Category - own[q]) * mean[q];
        }

        return sum;
    }

    // Var(x_shared) E x_left E x_right
    private double Linked(int shared, int left, int right)
    {
        double sum = 0;
        for (int q = 0; q < _modelled.Grid.Count; q++)
        {
            double variance = _squares[shared][q] - (_set.Mean(shared)[q] * _set.Mean(shared)[q]);
            sum += _modelled.Grid.Weights[q] * variance * _set.Mean(left)[q] * _set.Mean(right)[q];
        }

        return sum;
    }

    private double SamePair(int first, int second)
    {
        double sum = 0;
        for (int q = 0; q < _modelled.Grid.Count; q++)
        {
            double mean = _set.Mean(first)[q] * _set.Mean(second)[q];
            sum += _modelled.Grid.Weights[q] * ((_squares[first][q] * _squares[second][q]) - (mean * mean));
        }

        return sum;
    }
}
