namespace Karkhana.Methods.Psychometrics;

/// <summary>Σ_q Σ_c n_cq ln P_c(θ_q) of one item, with its prior: what a maximisation step raises.</summary>
internal static class ItemObjective
{
    /// <summary>Gives the value, and the gradient and the information of Fisher when there is room for them.</summary>
    /// <param name="problem">Layout, nodes, priors.</param>
    /// <param name="at">The instance.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="counts">The expected counts of all cells.</param>
    /// <param name="gradient">Receives the gradient, or is empty.</param>
    /// <param name="information">Receives the information, row by row, or is empty.</param>
    public static double Value(
        MarginalProblem problem, int at, double[] parameters, double[] counts, Span<double> gradient, Span<double> information)
    {
        ItemInstance instance = problem.Layout.Instances[at];
        if (!problem.Layout.Curve.IsFeasible(parameters))
        {
            return double.NaN;
        }

        int width = parameters.Length;
        CurvePoint point = CurvePoint.Of(instance.Categories, width);
        double value = 0;
        for (int q = 0; q < problem.Grid.Count; q++)
        {
            problem.Layout.Curve.Fill(problem.Grid.Nodes[q], parameters, point);
            double total = 0;
            for (int c = 0; c < instance.Categories; c++)
            {
                double count = counts[((instance.FirstCell + c) * problem.Grid.Stride) + q];
                value += count * point.Logs[c];
                total += count;
                for (int k = 0; k < gradient.Length; k++)
                {
                    gradient[k] += count * point.Scores[(c * width) + k];
                }
            }

            if (!information.IsEmpty)
            {
                AddInformation(point, instance.Categories, total, information);
            }
        }

        if (problem.Priors.IsEmpty)
        {
            return value;
        }

        double[] slopes = new double[width];
        double[] curvature = new double[width * width];
        value += problem.Priors.Add(parameters, problem.OwnsSlope(at), slopes, curvature);
        for (int k = 0; k < gradient.Length; k++)
        {
            gradient[k] += slopes[k];
            information[(k * width) + k] += Math.Abs(curvature[(k * width) + k]); // a prior far from its mode may bend up
        }

        return value;
    }

    /// <summary>Gives the second derivatives without the prior, lower triangle, row by row.</summary>
    public static double[] Curvature(MarginalProblem problem, MarginalPoint at, int instance)
    {
        ItemInstance item = problem.Layout.Instances[instance];
        int width = item.Indices.Length;
        double[] curvature = new double[width * width];
        double[] counts = new double[item.Categories];
        CurvePoint point = CurvePoint.Of(item.Categories, width);
        for (int q = 0; q < problem.Grid.Count; q++)
        {
            for (int c = 0; c < counts.Length; c++)
            {
                counts[c] = at.Counts[((item.FirstCell + c) * problem.Grid.Stride) + q];
            }

            problem.Layout.Curve.Fill(problem.Grid.Nodes[q], at.Instances[instance], point);
            problem.Layout.Curve.AddCurvature(problem.Grid.Nodes[q], point, counts, curvature);
        }

        return curvature;
    }

    private static void AddInformation(CurvePoint point, int categories, double total, Span<double> information)
    {
        int width = point.Parameters;
        for (int c = 0; c < categories; c++)
        {
            double chance = total * Math.Exp(point.Logs[c]);
            ReadOnlySpan<double> scores = point.Scores.Slice(c * width, width);
            for (int k = 0; k < width; k++)
            {
                double factor = chance * scores[k];
                for (int other = 0; other < width; other++)
                {
                    information[(k * width) + other] += factor * scores[other];
                }
            }
        }
    }
}
