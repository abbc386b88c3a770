namespace Karkhana.Methods.Psychometrics;

/// <summary>Where the search begins: slopes from the loadings on the first principal component of the answers, intercepts from
/// the shares of the categories.</summary>
internal static class StartingValues
{
    private const int MostPatterns = 4000; // enough to start from
    private const int PowerSteps = 30;
    private const double LogisticScale = 1.7;

    /// <summary>Gives starting values of all parameters.</summary>
    public static double[] Of(MarginalProblem problem, ItemResponseModelOptions options)
    {
        ParameterLayout layout = problem.Layout;
        double[] counts = Counts(problem);
        double[] loadings = Loadings(problem);
        double[] parameters = new double[layout.Count];
        for (int at = 0; at < layout.Instances.Length; at++)
        {
            int[] indices = layout.Instances[at].Indices;
            double[] own = Item(options, layout.Instances[at], counts, loadings[at]);
            for (int k = 0; k < indices.Length; k++)
            {
                if (indices[k] >= 0)
                {
                    parameters[indices[k]] = k == 0 && options.EqualSlopes ? 1 : own[k];
                }
            }
        }

        return parameters;
    }

    private static double[] Item(ItemResponseModelOptions options, ItemInstance instance, double[] counts, double loading)
    {
        double slope = options.Model.HasUnitSlopes() || options.EqualSlopes ? 1 : LogisticScale * loading / Math.Sqrt(1 - (loading * loading));
        double[] own = new double[instance.Indices.Length];
        ReadOnlySpan<double> shares = counts.AsSpan(instance.FirstCell, instance.Categories);
        if (options.Model.IsPartialCredit())
        {
            own[0] = slope / Math.Max(1, (instance.Categories - 1) / 1.5);
            for (int c = 1; c < instance.Categories; c++)
            {
                own[c] = Math.Log(shares[c] / shares[0]);
            }

            return own;
        }

        own[0] = slope;
        double spread = Math.Sqrt(1 + (slope * slope / (LogisticScale * LogisticScale)));
        double below = 0;
        double total = Core.Kernels.Sums.Sum(shares);
        for (int c = 1; c < instance.Categories; c++)
        {
            below += shares[c - 1];
            own[c] = spread * Math.Log((total - below) / below);
        }

        if (options.Model == ItemModel.ThreeParameter)
        {
            double chance = options.PriorGuessingCentre;
            double known = Math.Clamp((((total - below) / total) - chance) / (1 - chance), 0.05, 0.95);
            own[1] = spread * Math.Log(known / (1 - known));
            own[2] = Math.Log(chance / (1 - chance));
        }

        return own;
    }

    private static double[] Counts(MarginalProblem problem)
    {
        double[] counts = new double[problem.Layout.CellCount];
        for (int pattern = 0; pattern < problem.Patterns.Count; pattern++)
        {
            foreach (int cell in problem.Patterns.CellsOf(pattern))
            {
                counts[cell] += problem.Patterns.Weights[pattern];
            }
        }

        return counts;
    }

    private static double[] Loadings(MarginalProblem problem)
    {
        int[] instanceOf = [.. problem.Layout.Instances.SelectMany((instance, at) => Enumerable.Repeat(at, instance.Categories))];
        double[] standardised = Standardised(problem);
        int count = problem.Layout.Instances.Length;
        double[] direction = [.. Enumerable.Range(0, count).Select(at => 1.0 / (1 + at))];
        double eigenvalue = 1;
        for (int step = 0; step < PowerSteps; step++)
        {
            (double[] next, double total) = Project(problem, instanceOf, standardised, direction);
            double norm = Math.Sqrt(Core.Kernels.Sums.Dot(next, next));
            if (!(norm > 0))
            {
                break;
            }

            double length = Math.Sqrt(Core.Kernels.Sums.Dot(direction, direction));
            eigenvalue = norm / (length * total);
            direction = [.. next.Select(value => value / norm)];
        }

        double sign = Core.Kernels.Sums.Sum(direction) < 0 ? -1 : 1;
        return [.. direction.Select(value => Loading(sign * value * Math.Sqrt(eigenvalue)))];
    }

    // Away from 0, where no direction is uphill, and from the steep end.
    private static double Loading(double value) => (value < 0 ? -1 : 1) * Math.Clamp(Math.Abs(value), 0.2, 0.85);

    private static (double[] Next, double Total) Project(
        MarginalProblem problem, int[] instanceOf, double[] standardised, double[] direction)
    {
        double[] next = new double[direction.Length];
        double total = 0;
        int stride = 1 + (problem.Patterns.Count / MostPatterns); // groups stand one after another: take some of each
        for (int pattern = 0; pattern < problem.Patterns.Count; pattern += stride)
        {
            double score = 0;
            foreach (int cell in problem.Patterns.CellsOf(pattern))
            {
                score += standardised[cell] * direction[instanceOf[cell]];
            }

            double weight = problem.Patterns.Weights[pattern];
            total += weight;
            foreach (int cell in problem.Patterns.CellsOf(pattern))
            {
                next[instanceOf[cell]] += weight * score * standardised[cell];
            }
        }

        return (next, total);
    }

    private static double[] Standardised(MarginalProblem problem)
    {
        double[] counts = Counts(problem);
        double[] values = new double[counts.Length];
        foreach (ItemInstance instance in problem.Layout.Instances)
        {
            (double total, double sum, double squares) = (0, 0, 0);
            for (int c = 0; c < instance.Categories; c++)
            {
                double count = counts[instance.FirstCell + c];
                (total, sum, squares) = (total + count, sum + (c * count), squares + (c * c * count));
            }

            double mean = sum / total;
            double deviation = Math.Sqrt((squares / total) - (mean * mean));
            for (int c = 0; c < instance.Categories; c++)
            {
                values[instance.FirstCell + c] = deviation > 0 ? (c - mean) / deviation : 0;
            }
        }

        return values;
    }
}
