using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("y ~ a", "a")]
    [InlineData("y~a+b", "a, b")]
    [InlineData("y ~ a:b + c", "c, a:b")]
    [InlineData("y ~ a*b", "a, b, a:b")]
    [InlineData("y ~ a*b*c", "a, b, c, a:b, a:c, b:c, a:b:c")]
    [InlineData("y ~ (a + b):c", "a:c, b:c")]
    [InlineData("y ~ (a + b)*(c)", "a, b, c, a:c, b:c")]
    [InlineData("y ~ a + a + b:a + a:b", "a, b:a")]
    [InlineData("y ~ a:a", "a")]
    [InlineData("log.y ~ x_1 + `odd name`", "x_1, odd name")]
    [InlineData("y ~ 1", "")]
    public void Terms_are_written_out_mains_before_products(string formula, string terms)
    {
        ModelSpecification model = ModelSpecification.Parse(formula);

        string.Join(", ", model.Terms).ShouldBe(terms);
        model.Intercept.ShouldBeTrue();
    }

    [Theory]
    [InlineData("y ~ a - 1", false)]
    [InlineData("y ~ 0 + a", false)]
    [InlineData("y ~ -1 + a", false)]
    [InlineData("y ~ a + 1", true)]
    [InlineData("y ~ a - 0", true)]
    public void The_constant_can_be_left_out(string formula, bool intercept)
    {
        ModelSpecification.Parse(formula).Intercept.ShouldBe(intercept);
        ModelSpecification.Parse(formula).Terms.ShouldBe(["a"]);
    }

    [Fact]
    public void Fixed_effects_and_base_levels_are_read()
    {
        ModelSpecification model = ModelSpecification.Parse("y ~ x*factor(town, \"New Town\") + factor(year, 1990) + factor(kind) | firm + `the owner`");

        model.Absorb.ShouldBe(["firm", "the owner"]);
        model.Intercept.ShouldBeFalse();
        model.Categorical.ShouldBe(new Dictionary<string, string> { ["town"] = "New Town", ["year"] = "1990", ["kind"] = "" }, ignoreOrder: true);
        model.Terms.ShouldBe(["x", "town", "year", "kind", "x:town"]);
    }

    [Fact]
    public void Instruments_come_after_the_last_bar()
    {
        TwoStageSpecification plain = TwoStageSpecification.Parse("y ~ w | x ~ z + v");
        TwoStageSpecification absorbed = TwoStageSpecification.Parse("y ~ 1 | firm + year | x + x2 ~ z + v");

        (plain.Outcome, plain.Intercept, absorbed.Intercept).ShouldBe(("y", true, false));
        plain.Exogenous.ShouldBe(["w"]);
        plain.Endogenous.ShouldBe(["x"]);
        plain.Instruments.ShouldBe(["z", "v"]);
        absorbed.Exogenous.ShouldBeEmpty();
        absorbed.Absorb.ShouldBe(["firm", "year"]);
        absorbed.Endogenous.ShouldBe(["x", "x2"]);
    }

    [Theory]
    [InlineData("", 1, "outcome")]
    [InlineData("y", 2, "expected ~")]
    [InlineData("y ~", 4, "expected a term")]
    [InlineData("y ~ a +", 8, "expected a term")]
    [InlineData("y ~ a +* b", 8, "expected a term")]
    [InlineData("y ~ a b", 7, "expected + - : * |")]
    [InlineData("y ~ log(a)", 5, "transform the column first")]
    [InlineData("y ~ (a + b", 11, "expected )")]
    [InlineData("y ~ a + (1 + b)", 10, "may not stand in brackets")]
    [InlineData("y ~ a - b", 9, "only the constant")]
    [InlineData("y ~ a + 2", 9, "only the constant")]
    [InlineData("y ~ a | ", 9, "the name of a column")]
    [InlineData("y ~ a ^ b", 7, "expected a name or one of")]
    [InlineData("y ~ `a", 5, "not closed")]
    [InlineData("y ~ factor(a, +)", 15, "base level")]
    [InlineData("3 ~ a", 1, "outcome")]
    public void What_cannot_be_read_is_refused_with_its_place(string formula, int position, string rule)
    {
        string message = Should.Throw<ArgumentException>(() => ModelSpecification.Parse(formula)).Message;

        message.ShouldContain($"at position {position}:");
        message.ShouldContain(rule);
    }

    [Fact]
    public void Any_text_is_read_or_refused_with_words() => Gen.String[Gen.Char["ab01~+-:*(),|` \"f"], 0, 14].Sample(text =>
    {
        try
        {
            return ModelSpecification.Parse(text).Outcome.Length > 0;
        }
        catch (ArgumentException refusal)
        {
            return refusal.Message.Contains("at position", StringComparison.Ordinal);
        }
    }, iter: 2000);

    [Fact]
    public void A_product_is_the_product_of_its_columns() => Samples.All.Sample(sample =>
    {
        RegressionSample plain = sample.ToSample();
        RegressionSample extended = new(Table.Of("sample", [.. plain.Data.Columns, Column.Of("xz", sample.X.Zip(sample.Z, (x, z) => x * z))]));
        CoefficientTable product = Estimate(plain, ModelSpecification.Parse("y ~ x*z"));
        return product.Terms.SequenceEqual(["intercept", "x", "z", "x:z"])
            && Bits.Same(product.Estimates, Estimate(extended, ModelSpecification.Parse("y ~ x + z + xz")).Estimates);
    });

    [Fact]
    public void Slopes_by_level_are_those_of_one_regression_per_level()
    {
        // Town A: y = 1 + 2x; town B: y = 4 - x.
        RegressionSample sample = new(Table.Of(
            "sample", Column.Of("y", [1.0, 3, 5, 4, 3, 2]), Column.Of("x", [0.0, 1, 2, 0, 1, 2]), Column.Of("town", (string?[])["A", "A", "A", "B", "B", "B"])));

        CoefficientTable crossed = Estimate(sample, ModelSpecification.Parse("y ~ x*factor(town)"));
        CoefficientTable nested = Estimate(sample, ModelSpecification.Parse("y ~ factor(town, B) + x:factor(town, B)"));

        crossed.Terms.ShouldBe(["intercept", "x", "town=B", "x:town=B"]);
        Bits.Close(crossed.Estimates, [1, 2, 3, -3], relative: 1e-12).ShouldBeTrue();
        nested.Terms.ShouldBe(["intercept", "town=A", "x:town=A", "x:town=B"], "without the main term of x both levels have a slope");
        Bits.Close(nested.Estimates, [4, -3, 2, -1], relative: 1e-12).ShouldBeTrue();
    }

    [Fact]
    public void Two_crossed_factors_give_the_mean_of_each_cell()
    {
        RegressionSample sample = new(Table.Of(
            "sample",
            Column.Of("y", [1.0, 2, 4, 7, 1, 2, 4, 7]),
            Column.Of("a", (string?[])["p", "p", "q", "q", "p", "p", "q", "q"]),
            Column.Of("b", (string?[])["r", "s", "r", "s", "r", "s", "r", "s"])));

        CoefficientTable table = Estimate(sample, ModelSpecification.Parse("y ~ factor(a)*factor(b)"));

        table.Terms.ShouldBe(["intercept", "a=q", "b=s", "a=q:b=s"]);
        Bits.Close(table.Estimates, [1, 3, 1, 2], relative: 1e-12).ShouldBeTrue();
    }

    [Fact]
    public void Columns_after_the_bar_are_absorbed()
    {
        RegressionSample sample = new(Table.Of(
            "sample", Column.Of("y", [1.0, 3, 5, 4, 3, 2, 7, 8]), Column.Of("x", [0.0, 1, 3, 0, 1, 2, 5, 4]), Column.Of("town", (string?[])["A", "A", "A", "B", "B", "B", "B", "A"])));
        RegressionSample bound = sample with { Absorb = [Grouping.Of(sample.Data.Texts("town"))] };
        ModelSpecification formula = ModelSpecification.Parse("y ~ x | town");
        ModelSpecification plain = ModelSpecification.Parse("y ~ x");

        Bits.Same(
            FixedEffectsRegression.Estimate(
                sample, new FixedEffectsRegressionOptions { Model = formula }, cancellationToken: TestContext.Current.CancellationToken).Coefficients.Estimates,
            FixedEffectsRegression.Estimate(
                bound, new FixedEffectsRegressionOptions { Model = plain }, cancellationToken: TestContext.Current.CancellationToken).Coefficients.Estimates).ShouldBeTrue();
        Bits.Same(
            PoissonRegression.Estimate(
                sample, new PoissonRegressionOptions { Model = formula }, cancellationToken: TestContext.Current.CancellationToken).Coefficients.Estimates,
            PoissonRegression.Estimate(
                bound, new PoissonRegressionOptions { Model = plain }, cancellationToken: TestContext.Current.CancellationToken).Coefficients.Estimates).ShouldBeTrue();
    }

    [Fact]
    public void Models_that_cannot_be_estimated_are_refused()
    {
        RegressionSample sample = new(Table.Of(
            "sample", Column.Of("y", [1.0, 3, 5, 4]), Column.Of("x", [0.0, 1, 2, double.PositiveInfinity]), Column.Of("town", (string?[])["A", "A", "B", "B"])));

        Should.Throw<ArgumentException>(() => Estimate(sample, ModelSpecification.Parse("y ~ town"))).Message.ShouldContain("town must hold numbers");
        Should.Throw<ArgumentException>(() => Estimate(sample, ModelSpecification.Parse("y ~ x:factor(town)"))).Message.ShouldContain("finite");
        Should.Throw<ArgumentException>(() => Estimate(sample, ModelSpecification.Parse("y ~ factor(town, C)"))).Message.ShouldContain("base level");
        Should.Throw<ArgumentException>(() => Estimate(sample, ModelSpecification.Parse("y ~ factor(town) | x"))).Message.ShouldContain("Absorb must be empty");
        Should.Throw<ArgumentException>(() => Estimate(sample, ModelSpecification.Parse("y ~ w:x"))).Message.ShouldContain("no column w");
    }

    private static CoefficientTable Estimate(RegressionSample sample, ModelSpecification model) => OrdinaryLeastSquares.Estimate(
        sample, new OrdinaryLeastSquaresOptions { Model = model }, cancellationToken: TestContext.Current.CancellationToken).Coefficients;
}
