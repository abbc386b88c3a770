namespace Karkhana.Methods.Econometrics;

/// <summary>The Johnson–Neyman region of the direct part.</summary>
internal static class ModeratedRegion
{
    public static JohnsonNeymanRegion Of(ModeratedDesign design, ModeratedMediationOptions options)
    {
        ModelSpecification outcome = new()
        {
            Outcome = options.Model.Outcome,
            Terms = [.. options.Model.Covariates.Where(name => !design.Design.Aliased.Contains(name)), .. AfterCovariates(design, options)],
            Categorical = options.Model.Categorical,
        };
        (CoefficientTable table, IReadOnlyList<double> covariance) = Fit(design.Sample, outcome, options);
        int size = table.Terms.Count;
        int main = table.Find(options.Model.Treatment);
        int product = table.Find(ModeratedDesign.TreatmentProduct);
        double Cell(int row, int column) => row < 0 || column < 0 ? 0 : covariance[(row * size) + column];
        return JohnsonNeymanRegion.Of(
            (table.Estimates[main], product < 0 ? 0 : table.Estimates[product]),
            (Cell(main, main), Cell(main, product), Cell(product, product)),
            StudentT.Quantile((1 + options.Level) / 2, table.DegreesOfFreedom[main]));
    }

    private static IEnumerable<string> AfterCovariates(ModeratedDesign design, ModeratedMediationOptions options) =>
        design.Design.Terms.SkipWhile(term => term != options.Model.Treatment);

    private static (CoefficientTable Table, IReadOnlyList<double> Covariance) Fit(
        RegressionSample sample, ModelSpecification model, ModeratedMediationOptions options)
    {
        if (sample.Clusters.Count > 0)
        {
            ClusterRobustRegressionResult robust = ClusterRobustRegression.Estimate(
                sample, new ClusterRobustRegressionOptions { Model = model, Level = options.Level });
            return (robust.Coefficients, robust.Covariance);
        }

        OrdinaryLeastSquaresResult plain = OrdinaryLeastSquares.Estimate(
            sample, new OrdinaryLeastSquaresOptions { Model = model, Covariance = options.Covariance, Level = options.Level });
        return (plain.Coefficients, plain.Covariance);
    }
}
