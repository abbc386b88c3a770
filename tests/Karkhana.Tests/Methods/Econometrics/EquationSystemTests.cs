using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class EquationSystemTests
{
    private static readonly SystemEquation First = new() { Name = "first", Outcome = "y", Terms = ["x"] };

    private static readonly SystemEquation Second = new() { Name = "second", Outcome = "u", Terms = ["x", "z"] };

    private static readonly Gen<(Samples Sample, double[] U, double[] V)> All =
        from sample in Samples.All
        from u in Gen.Int[-30, 30].Array[sample.Rows]
        from v in Gen.Int[-20, 20].Array[sample.Rows]
        select (
            sample,
            u.Select((value, row) => (value / 10.0) + (row % 4)).ToArray(),
            v.Select((value, row) => (value / 10.0) + sample.X[row] + (row % 6 / 3.0)).ToArray());

    [Fact]
    public void Equations_by_themselves_are_single_regressions() => All.Sample(drawn =>
    {
        EquationSystemResult system = Estimate(ToSample(drawn), SystemMethod.Ordinary);
        CoefficientTable first = Regress(ToSample(drawn), "y", ["x"]);
        CoefficientTable second = Regress(ToSample(drawn), "u", ["x", "z"]);
        return system.Coefficients.Terms.SequenceEqual(["first:intercept", "first:x", "second:intercept", "second:x", "second:z"])
            && Bits.Close(system.Coefficients.Estimates, [.. first.Estimates, .. second.Estimates], relative: 1e-10)
            && Bits.Close(system.Coefficients.StandardErrors, [.. first.StandardErrors, .. second.StandardErrors], relative: 1e-10)
            && Bits.Close(system.Coefficients.PValues, [.. first.PValues, .. second.PValues], relative: 1e-8);
    });

    [Fact]
    public void The_same_terms_in_all_equations_give_least_squares() => All.Sample(drawn =>
    {
        SystemEquation[] equations = [First with { Terms = ["x", "z"] }, Second];
        EquationSystemResult joint = Estimate(ToSample(drawn), SystemMethod.SeeminglyUnrelated, equations);
        EquationSystemResult plain = Estimate(ToSample(drawn), SystemMethod.Ordinary, equations);
        return Condition(plain) > 1e8 || (Bits.Close(joint.Coefficients.Estimates, plain.Coefficients.Estimates, relative: 1e-7)
            && Bits.Close(joint.Coefficients.StandardErrors, plain.Coefficients.StandardErrors, relative: 1e-7));
    });

    [Theory]
    [InlineData(SystemMethod.SeeminglyUnrelated)]
    [InlineData(SystemMethod.ThreeStage)]
    public void Joint_estimates_are_those_of_stacked_equations(SystemMethod method) => All.Sample(drawn =>
    {
        int n = drawn.Sample.Rows;
        bool staged = method == SystemMethod.ThreeStage;
        Matrix<double> x1 = Columns([.. drawn.Sample.Y.Select(_ => 1.0)], drawn.Sample.X);
        Matrix<double> x2 = Columns([.. drawn.Sample.Y.Select(_ => 1.0)], drawn.Sample.X, drawn.Sample.Z);
        Matrix<double> instruments = Columns([.. drawn.Sample.Y.Select(_ => 1.0)], drawn.Sample.Z, drawn.V);
        Matrix<double> p = staged
            ? instruments * instruments.TransposeThisAndMultiply(instruments).Inverse() * instruments.Transpose()
            : Matrix<double>.Build.DenseIdentity(n);
        Vector<double> y = Vector<double>.Build.Dense([.. drawn.Sample.Y, .. drawn.U]);
        Matrix<double> stacked = Matrix<double>.Build.Dense(2 * n, 5);
        stacked.SetSubMatrix(0, 0, p * x1);
        stacked.SetSubMatrix(n, 2, p * x2);
        Vector<double> e1 = Residuals(x1, p, y.SubVector(0, n));
        Vector<double> e2 = Residuals(x2, p, y.SubVector(n, n));
        double[] degrees = [n - 2, n - 3];
        Matrix<double> s = Matrix<double>.Build.DenseOfRows([
            [e1.DotProduct(e1) / degrees[0], e1.DotProduct(e2) / Math.Sqrt(degrees[0] * degrees[1])],
            [e1.DotProduct(e2) / Math.Sqrt(degrees[0] * degrees[1]), e2.DotProduct(e2) / degrees[1]],
        ]);
        Matrix<double> weight = s.Inverse().KroneckerProduct(Matrix<double>.Build.DenseIdentity(n));
        Matrix<double> normal = stacked.TransposeThisAndMultiply(weight * stacked);
        if (s.ConditionNumber() > 1e6 || normal.ConditionNumber() > 1e8)
        {
            return true;
        }

        EquationSystemResult system = Estimate(ToSample(drawn), method);
        return Bits.Close(system.Coefficients.Estimates, [.. normal.Solve(stacked.TransposeThisAndMultiply(weight * y))], relative: 1e-5)
            && Bits.Close(system.Covariance, normal.Inverse().ToRowMajorArray(), relative: 1e-5)
            && Bits.Close(system.ResidualCovariance, s.ToRowMajorArray(), relative: 1e-6);
    });

    [Fact]
    public void Two_stages_are_two_stage_least_squares() => All.Sample(drawn =>
    {
        EquationSystemResult system = Estimate(ToSample(drawn), SystemMethod.TwoStage);
        TwoStageLeastSquaresResult second = TwoStageLeastSquares.Estimate(
            ToSample(drawn),
            new TwoStageLeastSquaresOptions { Model = TwoStageSpecification.Parse("u ~ z | x ~ v") },
            cancellationToken: TestContext.Current.CancellationToken);
        return second.Tests.CraggDonaldF < 0.01 || (
            Bits.Close([system.Coefficients.Estimates[3]], [second.Coefficients.Estimates[second.Coefficients.Find("x")]], relative: 1e-6)
            && Bits.Close([system.Coefficients.StandardErrors[3]], [second.Coefficients.StandardErrors[second.Coefficients.Find("x")]], relative: 1e-6));
    });

    [Fact]
    public void Rows_must_be_complete_in_all_equations()
    {
        RegressionSample sample = new(Table.Of(
            "sample", Column.Of("y", [1.0, 3, 2, 4, double.NaN, 6, 5]), Column.Of("x", [0.0, 1, 2, 4, 4, 5, 7]),
            Column.Of("u", [2.0, double.NaN, 1, 5, 4, 4, 3]), Column.Of("z", [1.0, 1, 0, 0, 2, 5, 3])));

        EquationSystemResult result = Estimate(sample, SystemMethod.SeeminglyUnrelated);

        result.Rows.ShouldBe([0, 2, 3, 5, 6]);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("2 of 7 rows");
    }

    [Fact]
    public void Wrong_systems_are_refused()
    {
        RegressionSample sample = new(Table.Of(
            "sample", Column.Of("y", [1.0, 3, 2, 4, 8, 6]), Column.Of("x", [0.0, 1, 2, 4, 4, 5]), Column.Of("u", [2.0, 7, 1, 5, 4, 4]), Column.Of("z", [1.0, 1, 0, 0, 2, 5])));

        Should.Throw<ArgumentException>(() => Estimate(sample, SystemMethod.Ordinary, [])).Message.ShouldContain("there was none");
        Should.Throw<ArgumentException>(() => Estimate(sample, SystemMethod.Ordinary, [First, First])).Message.ShouldContain("first came twice");
        Should.Throw<ArgumentException>(() => Estimate(sample, SystemMethod.TwoStage, instruments: [])).Message.ShouldContain("it was empty");
        Should.Throw<ArgumentException>(() => Estimate(sample, SystemMethod.TwoStage, instruments: ["z"])).Message.ShouldContain("second has 3 terms for 2");
        Should.Throw<ArgumentException>(() => Estimate(
            sample, SystemMethod.SeeminglyUnrelated, [First, First with { Name = "again" }])).Message.ShouldContain("determine each other");
        RegressionSample huge = new(Table.Of(
            "sample", [.. sample.Data.Columns.Select(column => Column.Of(column.Name, sample.Data.Numbers(column.Name).Select(value => value * 1e200)))]));
        Should.Throw<ArgumentException>(() => Estimate(huge, SystemMethod.SeeminglyUnrelated))
            .Message.ShouldBe("y must hold numbers within ±1E+100, whose products can be added; row 1 was 1E+200. (Parameter 'y')");
    }

    private static double Condition(EquationSystemResult system) =>
        Matrix<double>.Build.Dense(2, 2, [.. system.ResidualCovariance]).ConditionNumber();

    private static Matrix<double> Columns(params double[][] columns) => Matrix<double>.Build.DenseOfColumnArrays(columns);

    private static Vector<double> Residuals(Matrix<double> x, Matrix<double> p, Vector<double> y)
    {
        Matrix<double> projected = p * x;
        return y - (x * projected.TransposeThisAndMultiply(projected).Inverse() * projected.TransposeThisAndMultiply(y));
    }

    private static RegressionSample ToSample((Samples Sample, double[] U, double[] V) drawn) => new(Table.Of(
        "sample", [.. drawn.Sample.ToSample().Data.Columns, Column.Of("u", drawn.U), Column.Of("v", drawn.V)]));

    private static CoefficientTable Regress(RegressionSample sample, string outcome, string[] terms) => LinearModel.Of(
        sample, new ModelSpecification { Outcome = outcome, Terms = terms }).Coefficients();

    private static EquationSystemResult Estimate(
        RegressionSample sample, SystemMethod method, SystemEquation[]? equations = null, string[]? instruments = null) => EquationSystem.Estimate(
        sample,
        new EquationSystemOptions { Equations = equations ?? [First, Second], Method = method, Instruments = instruments ?? ["z", "v"] },
        cancellationToken: TestContext.Current.CancellationToken);
}
