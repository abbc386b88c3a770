using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>A test whether the form of a linear regression leaves out curves or products of its terms.</summary>
public static class ResetTest
{
    internal const string Source = "Ramsey 1969, doi:10.1111/j.2517-6161.1969.tb00796.x";

    private const int LeastPower = 2;
    private const int MostPower = 9;

    /// <summary>Tests powers of the fitted values.</summary>
    /// <remarks>
    /// F = ((RSS₀ − RSS₁)/q)/(RSS₁/(n − k − q)), RSS₁ with q powers of the fitted values added, which are first divided by the
    /// greatest: F does not change, its digits stay. Powers that the terms determine (those of a 0/1 term alone) are not
    /// counted; without any the test is not defined. Assumes independent errors of one variance. Cost: n·k².
    /// Source: Ramsey 1969, doi:10.1111/j.2517-6161.1969.tb00796.x. Agrees with: lmtest 0.9-40 resettest, relative 1e-8.
    /// </remarks>
    /// <param name="sample">The observations.</param>
    /// <param name="options">The model and the powers.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The test.</returns>
    /// <exception cref="ArgumentException">A column is missing, a power is out of range, or there are too few rows.</exception>
    public static ModelTestResult Estimate(
        RegressionSample sample, ResetTestOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.That(options.Powers.Count > 0, nameof(options.Powers), "must have at least one power; it was empty");
        foreach (int power in options.Powers)
        {
            Require.Between(power, LeastPower, MostPower, nameof(options.Powers));
        }

        LinearModel model = LinearModel.Of(sample, options.Model);
        ModelTest test = Test(model, [.. options.Powers.Distinct().Order()]);
        return new ModelTestResult
        {
            Name = "reset_test",
            Test = test,
            Notes = [.. model.Notes, .. PowerNotes(test)],
            Provenance = new Provenance(
                "econometrics.reset-test",
                FormattableString.Invariant($"outcome = {options.Model.Outcome}, powers = {string.Join(' ', options.Powers)}"),
                Source),
        };
    }

    private static ModelTest Test(LinearModel model, int[] powers)
    {
        LeastSquaresFit plain = model.Numbers;
        double[] fitted = [.. model.FittedValues];
        double greatest = fitted.Max(Math.Abs);
        TermColumns added = TermColumns.Of(
            [.. powers.Select(power => FormattableString.Invariant($"power {power}"))],
            [.. powers.Select(power => Array.ConvertAll(fitted, value => Math.Pow(value / greatest, power)))]);
        LeastSquaresFit full = LeastSquaresFit.Fit(
            plain.Design.With(TermColumns.Of(plain.Design.Terms, plain.Design.Columns).With(added)));
        double degrees = full.TermCount - plain.TermCount;
        double errorDegrees = full.Rows - full.TermCount;
        double squares = Sums.Dot(full.Residuals, full.Residuals);
        double reduction = Sums.Dot(plain.Residuals, plain.Residuals) - squares;
        return ModelTest.F(reduction / degrees / (squares / errorDegrees), degrees, errorDegrees);
    }

    private static IEnumerable<Note> PowerNotes(ModelTest test)
    {
        if (!(test.Degrees > 0))
        {
            yield return new Note(
                "no-powers",
                Severity.Warning,
                "The terms determine all powers of the fitted values: there is no other form that this test could find.");
        }
    }
}
