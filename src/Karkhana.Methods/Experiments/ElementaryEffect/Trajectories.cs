using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>Effects of single inputs along trajectories through a model.</summary>
internal static class Trajectories
{
    // Two values of an input that differ by less than this share of its range are the same number written twice.
    private const double SameShare = 1e-12;

    /// <summary>Gives the effects, trajectory after trajectory and input after input.</summary>
    /// <exception cref="ArgumentException">Runs are no whole trajectories, or a step does not move one input that was not moved before.</exception>
    public static double[] Effects(ModelRuns runs, IReadOnlyList<IReadOnlyList<double>> bounds)
    {
        int inputs = runs.Variables.Count;
        Require.SameLength(inputs, bounds.Count, nameof(bounds));
        Require.That(runs.Count % (inputs + 1) == 0, nameof(runs), FormattableString.Invariant(
            $"must have {inputs + 1} rows per trajectory for {inputs} inputs; it had {runs.Count} rows"));
        double[] effects = new double[runs.Count / (inputs + 1) * inputs];
        Array.Fill(effects, double.NaN);
        for (int row = 1; row < runs.Count; row++)
        {
            int trajectory = row / (inputs + 1);
            if (row % (inputs + 1) > 0)
            {
                (int moved, double step) = Step(runs, bounds, row);
                bool first = double.IsNaN(effects[(trajectory * inputs) + moved]);
                Require.That(first, nameof(runs), first ? "" : FormattableString.Invariant(
                    $"must move each input once per trajectory; row {row + 1} moved {runs.Variables[moved]} again"));
                effects[(trajectory * inputs) + moved] = (runs.Output[row] - runs.Output[row - 1]) / step;
            }
        }

        return effects;
    }

    private static (int Moved, double Step) Step(ModelRuns runs, IReadOnlyList<IReadOnlyList<double>> bounds, int row)
    {
        (int moved, double step, int count) = (-1, 0, 0);
        for (int input = 0; input < bounds.Count; input++)
        {
            double range = bounds[input][1] - bounds[input][0];
            double own = (runs.Inputs[input][row] - runs.Inputs[input][row - 1]) / range;
            if (Math.Abs(own) > SameShare)
            {
                (moved, step, count) = (input, own, count + 1);
            }
        }

        Require.That(count == 1, nameof(runs), count == 1 ? "" : FormattableString.Invariant(
            $"must differ in one input from row to row of a trajectory; rows {row} and {row + 1} differed in {count}"));
        return (moved, step);
    }
}
