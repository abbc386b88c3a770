using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>Takes sets of fixed effects out of columns: the residuals of a weighted regression on all their
/// dummies.</summary>
/// <remarks>
/// The set with most groups is taken out exactly by its means. One step of alternating projections over the other sets
/// is x ← x + D⁻¹(r − Sx), S = R'W(I − P)R with the dummies R of the other sets, P the projection on the largest one and
/// D = diag(R'WR); conjugate gradients preconditioned by D accelerate it. Each cycle starts anew from the residuals
/// themselves, so that what rounding left is taken out, too.
/// Cost: one set, two passes; else one pass of the rows per step, about six steps for well mixed sets, up to hundreds
/// for sets that hang together by few rows.
/// Source: Hernández-Ramos, Escalante and Raydan 2011, doi:10.1007/s11075-010-9441-4; Correia 2016 (working paper,
/// "Linear models with high-dimensional fixed effects").
/// </remarks>
internal sealed class FixedEffectProjection
{
    private const int MostSteps = 10_000;
    private const int MostCycles = 6;

    // Squared distance, relative to what is left after the largest set.
    private const double Tolerance = 1e-22;

    private readonly int[] _starts;
    private readonly int[][] _others;
    private readonly double[]? _weights;
    private readonly double[] _groupWeights;
    private readonly double[] _levelWeights;

    /// <summary>Initialises the projection.</summary>
    /// <param name="sets">The sets.</param>
    /// <param name="weights">A positive weight per sorted row; null weighs all alike.</param>
    public FixedEffectProjection(FixedEffectSets sets, double[]? weights)
    {
        _starts = sets.Starts;
        _weights = weights;
        List<int[]> others = [];
        int levels = 0;
        for (int set = 0; set < sets.Count; set++)
        {
            if (set != sets.Largest)
            {
                int first = levels;
                others.Add(first == 0 ? sets.Codes[set] : [.. sets.Codes[set].Select(code => code + first)]);
                levels += sets.Levels[set].Length;
            }
        }

        _others = [.. others];
        _levelWeights = new double[levels];
        _groupWeights = new double[_starts.Length - 1];
        for (int group = 0; group < _groupWeights.Length; group++)
        {
            for (int row = _starts[group]; row < _starts[group + 1]; row++)
            {
                double weight = weights is null ? 1 : weights[row];
                _groupWeights[group] += weight;
                foreach (int[] codes in _others)
                {
                    _levelWeights[codes[row]] += weight;
                }
            }
        }
    }

    /// <summary>Turns a column into its residuals.</summary>
    /// <param name="column">The column; becomes the residuals.</param>
    /// <returns>The effects that were taken out.</returns>
    public FixedEffectSolution TakeOut(double[] column)
    {
        double[] means = Centre(column);
        double[] levels = new double[_levelWeights.Length];
        if (_others.Length == 0)
        {
            return new FixedEffectSolution(means, levels, 0, Converged: true);
        }

        double limit = Tolerance * Squares(column);
        int steps = 0;
        for (int cycle = 0; cycle < MostCycles; cycle++)
        {
            double[] rest = SumByLevel(column);
            if (!(Scaled(rest) > limit))
            {
                return new FixedEffectSolution(means, levels, steps, Converged: true);
            }

            double[] change = Solve(rest, limit, ref steps);
            Subtract(column, change, means);
            for (int level = 0; level < levels.Length; level++)
            {
                levels[level] += change[level];
            }
        }

        // A hundred times the limit is still a relative distance of 1e-10.
        return new FixedEffectSolution(means, levels, steps, Scaled(SumByLevel(column)) <= 1e2 * limit);
    }

    private double[] Solve(double[] rest, double limit, ref int steps)
    {
        int count = rest.Length;
        double[] solution = new double[count];
        double[] direction = new double[count];
        double[] image = new double[count];
        double length = Scaled(rest);
        for (int level = 0; level < count; level++)
        {
            direction[level] = rest[level] / _levelWeights[level];
        }

        while (length > 0.1 * limit && steps < MostSteps)
        {
            steps++;
            Apply(direction, image);
            double curvature = Sums.Dot(direction, image);
            if (!(curvature > 0))
            {
                break; // nothing is left but what no set can tell apart
            }

            double step = length / curvature;
            for (int level = 0; level < count; level++)
            {
                solution[level] += step * direction[level];
                rest[level] -= step * image[level];
            }

            double next = Scaled(rest);
            double turn = next / length;
            length = next;
            for (int level = 0; level < count; level++)
            {
                direction[level] = (rest[level] / _levelWeights[level]) + (turn * direction[level]);
            }
        }

        return solution;
    }

    // image = R'W(I − P)R direction, in one pass.
    private void Apply(double[] direction, double[] image)
    {
        Array.Clear(image);
        int[] first = _others[0];
        bool plain = _others.Length == 1 && _weights is null;
        for (int group = 0; group < _groupWeights.Length; group++)
        {
            double mean = Mean(direction, group);
            if (plain)
            {
                for (int row = _starts[group]; row < _starts[group + 1]; row++)
                {
                    int code = first[row];
                    image[code] += direction[code] - mean;
                }
            }
            else
            {
                AddGroup(direction, mean, group, image);
            }
        }
    }

    private void AddGroup(double[] direction, double mean, int group, double[] image)
    {
        for (int row = _starts[group]; row < _starts[group + 1]; row++)
        {
            double value = Weight(row) * (At(direction, row) - mean);
            foreach (int[] codes in _others)
            {
                image[codes[row]] += value;
            }
        }
    }

    private double Mean(double[] direction, int group)
    {
        double sum = 0;
        if (_others.Length == 1 && _weights is null)
        {
            int[] first = _others[0];
            for (int row = _starts[group]; row < _starts[group + 1]; row++)
            {
                sum += direction[first[row]];
            }
        }
        else
        {
            for (int row = _starts[group]; row < _starts[group + 1]; row++)
            {
                sum += Weight(row) * At(direction, row);
            }
        }

        return sum / _groupWeights[group];
    }

    private void Subtract(double[] column, double[] change, double[] means)
    {
        for (int group = 0; group < means.Length; group++)
        {
            double mean = Mean(change, group);
            means[group] -= mean;
            for (int row = _starts[group]; row < _starts[group + 1]; row++)
            {
                column[row] -= At(change, row) - mean;
            }
        }
    }

    private double[] Centre(double[] column)
    {
        double[] means = new double[_groupWeights.Length];
        for (int pass = 0; pass < 2; pass++)
        {
            for (int group = 0; group < means.Length; group++)
            {
                double sum = 0;
                for (int row = _starts[group]; row < _starts[group + 1]; row++)
                {
                    sum += Weight(row) * column[row];
                }

                double mean = sum / _groupWeights[group];
                means[group] += mean;
                for (int row = _starts[group]; row < _starts[group + 1]; row++)
                {
                    column[row] -= mean;
                }
            }
        }

        return means;
    }

    private double[] SumByLevel(double[] column)
    {
        double[] sums = new double[_levelWeights.Length];
        for (int row = 0; row < column.Length; row++)
        {
            double value = Weight(row) * column[row];
            foreach (int[] codes in _others)
            {
                sums[codes[row]] += value;
            }
        }

        return sums;
    }

    private double Squares(double[] column)
    {
        double sum = 0;
        for (int row = 0; row < column.Length; row++)
        {
            sum += Weight(row) * column[row] * column[row];
        }

        return sum;
    }

    // r'D⁻¹r
    private double Scaled(double[] rest)
    {
        double sum = 0;
        for (int level = 0; level < rest.Length; level++)
        {
            sum += rest[level] * rest[level] / _levelWeights[level];
        }

        return sum;
    }

    private double At(double[] levels, int row)
    {
        double sum = 0;
        foreach (int[] codes in _others)
        {
            sum += levels[codes[row]];
        }

        return sum;
    }

    private double Weight(int row) => _weights is null ? 1 : _weights[row];
}
