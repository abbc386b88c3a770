using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class DynamicPanelGmmTests
{
    private static readonly DynamicPanelGmmOptions Plain = new() { Outcome = "y", Regressors = [] };

    private static readonly DynamicPanelGmmOptions WithX = Plain with { Regressors = [new LaggedTerm { Term = "x", Lags = [0, 1] }] };

    // Units of six periods, some rows missing; whole numbers over ten.
    private static readonly Gen<(double[] Y, double[] X, bool[] There)> Panels =
        from units in Gen.Int[14, 20]
        from y in Gen.Int[-50, 50].Array[units * 6]
        from x in Gen.Int[-30, 30].Array[units * 6]
        from missing in Gen.Int[0, 9].Array[units * 6]
        select (y.Select(value => value / 10.0).ToArray(), x.Select(value => value / 10.0).ToArray(), missing.Select(value => value > 0).ToArray());

    [Fact]
    public void Three_periods_are_an_instrumental_variable_ratio()
    {
        // Only y3 - y2 = r (y2 - y1) with y1 as instrument: r is a ratio of sums.
        double[][] units = [[1, 2, 4], [3, 2, 1], [2, 5, 6], [4, 4, 3], [1, 0, 2]];
        double above = units.Sum(y => y[0] * (y[2] - y[1]));
        double below = units.Sum(y => y[0] * (y[1] - y[0]));
        double rho = above / below;
        double squares = units.Sum(y => Math.Pow(y[0] * (y[2] - y[1] - (rho * (y[1] - y[0]))), 2));

        foreach (GmmSteps steps in (GmmSteps[])[GmmSteps.One, GmmSteps.Two])
        {
            DynamicPanelGmmResult result = Estimate(Of([.. units.SelectMany(y => y)], 3), Plain with { Steps = steps });

            result.Coefficients.Terms.ShouldBe(["y_lag1"]);
            result.Coefficients.Estimates[0].ShouldBe(rho, tolerance: 1e-12);
            (result.Instruments, result.Units, result.Rows, result.Sargan.DegreesOfFreedom).ShouldBe((1, 5, 5, 0));
            result.FirstOrder.ShouldBe(double.NaN);
            result.Sargan.PValue.ShouldBe(double.NaN);
        }

        Estimate(Of([.. units.SelectMany(y => y)], 3), Plain).Coefficients.StandardErrors[0].ShouldBe(Math.Sqrt(squares) / Math.Abs(below), tolerance: 1e-12);
    }

    [Fact]
    public void The_first_step_solves_the_dense_normal_equations() => Panels.Sample(panel =>
    {
        PanelSample sample = Of(panel.Y, 6, panel.X, panel.There);
        DifferencedUnit[] units = DifferencedPanel.Of(sample, WithX).Units;
        Matrix<double> x = Stack(units.Select(unit => unit.Terms));
        Matrix<double> z = Stack(units.Select(unit => unit.Instruments));
        Vector<double> y = Vector<double>.Build.DenseOfEnumerable(units.SelectMany(unit => unit.Outcome));
        Matrix<double> h = Matrix<double>.Build.Dense(x.RowCount, x.RowCount);
        int first = 0;
        foreach (DifferencedUnit unit in units)
        {
            h.SetSubMatrix(first, first, unit.DifferenceCovariance());
            first += unit.Periods.Length;
        }

        Matrix<double> weight = GmmFit.Inverse(z.Transpose() * h * z, out _);
        Matrix<double> left = x.Transpose() * z * weight * z.Transpose();
        Vector<double> wanted = (left * x).Solve(left * y);
        DynamicPanelGmmResult result = Estimate(sample, WithX);
        return Bits.Close(result.Coefficients.Estimates, [.. wanted], relative: 1e-6) && result.Rows == x.RowCount;
    });

    [Fact]
    public void The_correction_is_the_derivative_of_the_second_step_by_the_first() => Panels.Sample(panel =>
    {
        DifferencedUnit[] units = DifferencedPanel.Of(Of(panel.Y, 6, panel.X, panel.There), WithX with { Collapse = true }).Units;
        GmmFit first = new(units, GmmFit.FirstMoments(units));
        GmmFit second = new(units, first.MomentSquares());
        Matrix<double> drift = Matrix<double>.Build.Dense(3, 3, (row, column) => (At(column, 1e-5)[row] - At(column, -1e-5)[row]) / 2e-5);
        Matrix<double> wanted = second.Bread + (drift * second.Bread) + (second.Bread * drift.Transpose()) + (drift * first.Robust() * drift.Transpose());
        return Bits.Close(second.Corrected(first).ToRowMajorArray(), wanted.ToRowMajorArray(), relative: 1e-4);

        // The second step when the first one came out a little different.
        Vector<double> At(int term, double step)
        {
            Vector<double> moved = first.Estimates.Clone();
            moved[term] += step;
            Matrix<double> squares = units.Select(unit => unit.Instruments.TransposeThisAndMultiply(unit.Outcome - (unit.Terms * moved)))
                .Select(score => score.OuterProduct(score)).Aggregate((left, right) => left + right);
            return new GmmFit(units, squares).Estimates;
        }
    });

    [Theory]
    [InlineData(GmmSteps.One)]
    [InlineData(GmmSteps.Two)]
    public void Time_effects_are_terms_that_step_up(GmmSteps steps) => Panels.Sample(panel =>
    {
        // The change of a column that is 1 from a period on is 1 in that period only.
        int rows = panel.Y.Length;
        double[][] stepped = [.. Enumerable.Range(2, 4).Select(period => Enumerable.Range(0, rows).Select(row => row % 6 >= period ? 1.0 : 0).ToArray())];
        PanelSample sample = Of(panel.Y, 6, panel.X, panel.There);
        PanelSample wider = sample with
        {
            Observations = new RegressionSample(Table.Of(
                "sample",
                [.. sample.Observations.Data.Columns, .. stepped.Select((column, place) => Column.Of($"s{place}", Keep(column, panel.There)))])),
        };
        DynamicPanelGmmOptions options = WithX with { Steps = steps, Collapse = true };
        DynamicPanelGmmResult effects = Estimate(sample, options with { TimeEffects = true });
        DynamicPanelGmmResult terms = Estimate(
            wider, options with { Regressors = [.. WithX.Regressors, .. Enumerable.Range(0, 4).Select(place => new LaggedTerm { Term = $"s{place}" })] });
        return Bits.Close(effects.Coefficients.Estimates, [.. terms.Coefficients.Estimates.Take(3)], relative: 1e-6)
            && Bits.Close(effects.Coefficients.StandardErrors, [.. terms.Coefficients.StandardErrors.Take(3)], relative: 1e-5)
            && Bits.Close(effects.PeriodEffects, [.. terms.Coefficients.Estimates.Skip(3)], relative: 1e-5)
            && Bits.Close([effects.Sargan.Statistic, effects.FirstOrder, effects.SecondOrder], [terms.Sargan.Statistic, terms.FirstOrder, terms.SecondOrder], relative: 1e-5);
    });

    [Fact]
    public void Instruments_are_counted_per_period_or_per_lag()
    {
        double[] y = [.. Enumerable.Range(1, 60).Select(i => i * 37 % 41 * 1.0)];

        // Periods 3 to 6 have 1, 2, 3 and 4 earlier levels.
        Estimate(Of(y, 6), Plain).Instruments.ShouldBe(10);
        Estimate(Of(y, 6), Plain with { LastLag = 3 }).Instruments.ShouldBe(7);
        DynamicPanelGmmResult collapsed = Estimate(Of(y, 6), Plain with { Collapse = true });
        collapsed.Instruments.ShouldBe(4);
        collapsed.Sargan.DegreesOfFreedom.ShouldBe(3);
        Estimate(Of([.. y.Take(36)], 6), Plain).Notes.ShouldContain(note => note.Code == "many-instruments");
    }

    [Fact]
    public void Neither_the_order_of_rows_nor_the_names_of_units_matter() => Panels.Sample(panel =>
    {
        PanelSample sample = Of(panel.Y, 6, panel.X, panel.There);
        int[] turned = [.. Enumerable.Range(0, panel.Y.Length).Reverse()];
        PanelSample other = new(
            new RegressionSample(Table.Of(
                "sample",
                Column.Of("y", turned.Select(row => sample.Observations.Data.Numbers("y")[row])),
                Column.Of("x", turned.Select(row => sample.Observations.Data.Numbers("x")[row])))),
            Grouping.Of([.. turned.Select(row => $"firm {row / 6}")]),
            [.. turned.Select(row => (double)(row % 6))]);
        DynamicPanelGmmResult first = Estimate(sample, WithX with { Collapse = true, Steps = GmmSteps.Two });
        DynamicPanelGmmResult second = Estimate(other, WithX with { Collapse = true, Steps = GmmSteps.Two });
        return Bits.Close(first.Coefficients.Estimates, second.Coefficients.Estimates, relative: 1e-6)
            && Bits.Close([first.FirstOrder, first.SecondOrder], [second.FirstOrder, second.SecondOrder], relative: 1e-5);
    });

    [Fact]
    public void Rows_next_to_a_missing_one_fall_out_and_uneven_periods_are_told()
    {
        double[] y = [.. Enumerable.Range(1, 60).Select(i => i * 37 % 41 * 1.0)];
        bool[] there = [.. y.Select((_, row) => row != 2)];
        PanelSample sample = Of(y, 6, null, there);

        // Without period 3 of the first unit its equations of periods 3, 4 and 5 lack a difference; period 6 has all.
        DynamicPanelGmmResult result = Estimate(sample, Plain);
        result.Rows.ShouldBe(40 - 3);
        result.Notes.ShouldContain(note => note.Code == "dropped-rows");
        Estimate(sample with { Time = [.. sample.Time.Select(time => time == 5 ? 9 : time)] }, Plain).Notes.ShouldContain(note => note.Code == "uneven-periods");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        double[] y = [.. Enumerable.Range(1, 60).Select(i => i * 37 % 41 * 1.0)];

        Should.Throw<ArgumentException>(() => Estimate(Of(y, 6), Plain with { LastLag = 2, FirstLag = 3 })).Message.ShouldContain("at least first_lag = 3; it was 2");
        Should.Throw<ArgumentException>(() => Estimate(Of(y, 2), Plain)).Message.ShouldContain("at least 3 periods");
        Should.Throw<ArgumentException>(() => Estimate(Of([.. y.Take(6)], 6), Plain)).Message.ShouldContain("at least two units");
        Should.Throw<ArgumentException>(() => Estimate(Of(y, 6), Plain with { OutcomeLags = [] })).Message.ShouldContain("there was none");
        Should.Throw<ArgumentException>(() => Plain with { OutcomeLags = [0] }).Message.ShouldContain("[1, 100]");
        Should.Throw<ArgumentException>(() => Plain with { OutcomeLags = [1, 1] }).Message.ShouldContain("differ");
        Should.Throw<ArgumentException>(() => new LaggedTerm { Term = "x", Lags = [-1] }).Message.ShouldContain("[0, 100]");
        Should.Throw<ArgumentException>(() => Estimate(Of(y, 3), Plain with { OutcomeLags = [1], FirstLag = 3, LastLag = 3 })).Message.ShouldContain("told apart");
        Should.Throw<ArgumentException>(() => Estimate(Of([1e300, .. y.Skip(1)], 6), Plain)).Message.ShouldStartWith("y must hold numbers within ±1E+70");
        Should.Throw<ArgumentException>(() => Estimate(Of(y, 6, [.. y.Select(value => value * 1e200)]), WithX)).Message.ShouldStartWith("x must hold numbers");
    }

    private static Matrix<double> Stack(IEnumerable<Matrix<double>> parts) => parts.Aggregate((above, below) => above.Stack(below));

    private static double[] Keep(double[] values, bool[] there) => [.. values.Select((value, row) => there[row] ? value : double.NaN)];

    private static PanelSample Of(double[] y, int periods, double[]? x = null, bool[]? there = null)
    {
        bool[] all = there ?? [.. y.Select(_ => true)];
        return new PanelSample(
            new RegressionSample(Table.Of("sample", Column.Of("y", Keep(y, all)), Column.Of("x", Keep(x ?? new double[y.Length], all)))),
            Grouping.Of([.. y.Select((_, row) => row / periods)]),
            [.. y.Select((_, row) => (double)(row % periods))]);
    }

    private static DynamicPanelGmmResult Estimate(PanelSample sample, DynamicPanelGmmOptions options) =>
        DynamicPanelGmm.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken);
}
