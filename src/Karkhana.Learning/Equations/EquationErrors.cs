using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Regresses with the standard errors that were asked for.</summary>
internal sealed class EquationErrors(LearningSample sample, int[] rows, ErrorDependence errors, EquationOptions options)
{
    private readonly double[]? _weights = sample.Weights.Count == 0 ? null : [.. rows.Select(row => sample.Weights[row])];
    private readonly string[] _places = [.. rows.Select(row => sample.Places[row])];

    public EquationRun Run(Table table, ModelSpecification model)
    {
        RegressionSample regression = new(table) { Weights = _weights, Clusters = [_places] };
        OrdinaryLeastSquaresResult plain = OrdinaryLeastSquares.Estimate(
            regression,
            new OrdinaryLeastSquaresOptions { Model = model, Covariance = CovarianceEstimator.Hc3, Level = options.Level });
        double[] residuals = Residuals(table, plain.Coefficients);
        if (errors == ErrorDependence.WithinPlaces)
        {
            ClusterRobustRegressionResult clustered = ClusterRobustRegression.Estimate(
                regression,
                new ClusterRobustRegressionOptions { Model = model, Correction = ClusterCorrection.Cr2, Level = options.Level });
            return new EquationRun(clustered.Coefficients, clustered.Covariance, plain.Fit.RSquared, residuals);
        }

        return new EquationRun(plain.Coefficients, plain.Covariance, plain.Fit.RSquared, residuals);
    }

    private static double[] Residuals(Table table, CoefficientTable coefficients)
    {
        double[] residuals = [.. table.Numbers(table.Columns[0].Name)];
        for (int term = 0; term < coefficients.Terms.Count; term++)
        {
            double estimate = coefficients.Estimates[term];
            IReadOnlyList<double>? column = coefficients.Terms[term] == "intercept" ? null : table.Numbers(coefficients.Terms[term]);
            for (int row = 0; row < residuals.Length; row++)
            {
                residuals[row] -= estimate * (column is null ? 1 : column[row]);
            }
        }

        return residuals;
    }
}
