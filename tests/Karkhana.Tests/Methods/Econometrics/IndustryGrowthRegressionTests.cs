using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Concentration;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class IndustryGrowthRegressionTests
{
    // Six regions, four industries; 0 is a cell that is not there.
    private static readonly Gen<(double[] Start, double[] End)> All =
        from start in Gen.Int[0, 60].Array[24]
        from end in Gen.Int[0, 60].Array[24]
        select (
            start.Select((value, cell) => cell % 5 == 0 ? 20.0 + cell : value).ToArray(),
            end.Select((value, cell) => cell % 5 == 0 ? 30.0 + cell : value).ToArray());

    [Fact]
    public void Terms_are_those_of_their_formulas() => All.Sample(drawn =>
    {
        RegressionSample expected = Written(drawn.Start, drawn.End);
        ModelSpecification model = ModelSpecification.Parse("growth ~ location_quotient + diversity + national_growth + log_employment");
        if (Complete(expected) < 8)
        {
            return true;
        }

        LinearModel by = LinearModel.Of(expected, model);
        IndustryGrowthRegressionResult classical = Estimate(drawn);
        IndustryGrowthRegressionResult clustered = Estimate(drawn, IndustryGrowthCovariance.ClusterRegion);
        return by.Terms.Count < 5 || (Bits.Close(classical.Coefficients.Estimates, by.Estimates, relative: 1e-8)
            && Bits.Close(classical.Coefficients.StandardErrors, by.Covariance().StandardErrors, relative: 1e-8)
            && Bits.Close(clustered.Coefficients.StandardErrors, by.Clustered(expected.Clusters).StandardErrors, relative: 1e-8)
            && classical.Model.Fit.Observations == Complete(expected));
    });

    [Fact]
    public void The_size_of_the_country_does_not_matter() => All.Sample(drawn =>
    {
        if (Complete(Written(drawn.Start, drawn.End)) < 8)
        {
            return true;
        }

        IndustryGrowthRegressionResult plain = Estimate(drawn);
        IndustryGrowthRegressionResult scaled = Estimate(([.. drawn.Start.Select(e => 10 * e)], [.. drawn.End.Select(e => 10 * e)]));
        return plain.Coefficients.Terms.Count < 5 || (
            Bits.Close([.. scaled.Coefficients.Estimates.Skip(1)], [.. plain.Coefficients.Estimates.Skip(1)], relative: 1e-6)
            && Bits.Close([scaled.MeanDiversity, scaled.MeanLocationQuotient], [plain.MeanDiversity, plain.MeanLocationQuotient], relative: 1e-9));
    });

    [Fact]
    public void Cells_that_are_alone_are_dropped_and_counted()
    {
        double[] start = [5, 8, 3, 4, 9, 2, 6, 7, 3, 8, 5, 0, 0, 0, 0, 11, 7, 5, 2, 9, 4, 4, 6, 8];
        double[] end = [6, 9, 2, 5, 7, 4, 6, 9, 4, 9, 9, 0, 0, 0, 0, 12, 9, 4, 3, 8, 5, 7, 6, 3];

        IndustryGrowthRegressionResult result = Estimate((start, end));

        result.Notes.ShouldContain(note => note.Code == "dropped-rows" && note.Text.StartsWith("1 of 20", StringComparison.Ordinal));
    }

    [Fact]
    public void Periods_without_a_common_cell_are_refused()
    {
        IndustryGrowthCells cells = new(ActivityTable.Of(["a"], ["x"], [1]), ActivityTable.Of(["b"], ["x"], [1]));

        Should.Throw<ArgumentException>(() => IndustryGrowthRegression.Estimate(cells, cancellationToken: TestContext.Current.CancellationToken))
            .Message.ShouldContain("there was none");
    }

    private static int Complete(RegressionSample sample) => Enumerable.Range(0, sample.Data.RowCount).Count(row =>
        sample.Data.Columns.All(column => !double.IsNaN(sample.Data.Numbers(column.Name)[row])));

    private static RegressionSample Written(double[] start, double[] end)
    {
        int[] kept = [.. Enumerable.Range(0, 24).Where(cell => start[cell] > 0 && end[cell] > 0)];
        double Region(double[] of, int cell) => kept.Where(other => other / 4 == cell / 4).Sum(other => of[other]);
        double Industry(double[] of, int cell) => kept.Where(other => other % 4 == cell % 4).Sum(other => of[other]);
        double total = kept.Sum(cell => start[cell]);
        double[] quotient = [.. kept.Select(cell => start[cell] / Region(start, cell) / (Industry(start, cell) / total))];
        double[] diversity = [.. kept.Select(cell =>
        {
            double[] others = [.. kept.Where(other => other / 4 == cell / 4 && other != cell).Select(other => start[other])];
            return others.Length == 0 ? double.NaN : 1 - others.Sum(value => Math.Pow(value / others.Sum(), 2));
        })];
        double[] national = [.. kept.Select(cell => kept.Count(other => other % 4 == cell % 4) == 1
            ? double.NaN
            : Math.Log((Industry(end, cell) - end[cell]) / (Industry(start, cell) - start[cell])))];
        return new RegressionSample(Table.Of(
            "written",
            Column.Of("growth", kept.Select(cell => Math.Log(end[cell] / start[cell]))),
            Column.Of("location_quotient", quotient),
            Column.Of("diversity", diversity),
            Column.Of("national_growth", national),
            Column.Of("log_employment", kept.Select(cell => Math.Log(start[cell])))))
        {
            Clusters = [[.. kept.Select(cell => $"r{cell / 4}")]],
        };
    }

    private static IndustryGrowthRegressionResult Estimate(
        (double[] Start, double[] End) drawn, IndustryGrowthCovariance covariance = IndustryGrowthCovariance.Classical)
    {
        string[] regions = [.. Enumerable.Range(0, 24).Select(cell => $"r{cell / 4}")];
        string[] industries = [.. Enumerable.Range(0, 24).Select(cell => $"i{cell % 4}")];
        return IndustryGrowthRegression.Estimate(
            new IndustryGrowthCells(ActivityTable.Of(regions, industries, drawn.Start), ActivityTable.Of(regions, industries, drawn.End)),
            new IndustryGrowthRegressionOptions { Covariance = covariance },
            cancellationToken: TestContext.Current.CancellationToken);
    }
}
