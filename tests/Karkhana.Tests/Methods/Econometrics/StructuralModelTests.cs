using CsCheck;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class StructuralModelTests
{
    [Fact]
    public void Formulas_become_a_model()
    {
        var model = StructuralModel.Parse("""
            # capability and what goes with it
            capability =~ i1 + a*i2 + a*i3
            sales ~ b*capability + 0.5*size; exports ~ c*sales
            sales ~ age
            i1 ~~ i2 + 0*i3
            i1 ~~ 0.3*i1
            indirect := b*c
            total := b*c - 2*b + exports~sales
            """.Replace("+ exports~sales", "+ c", StringComparison.Ordinal));

        model.Measurement["capability"].ShouldBe(["i1", "i2", "i3"]);
        model.Regression["sales"].ShouldBe(["capability", "size", "age"]);
        model.Regression["exports"].ShouldBe(["sales"]);
        model.Covariance.ShouldBe([["i1", "i2"], ["i1", "i3"]]);
        model.Fixed.ShouldBe(
            new Dictionary<string, double> { ["sales~size"] = 0.5, ["i1~~i3"] = 0, ["i1~~i1"] = 0.3 }, ignoreOrder: true);
        model.Equal.ShouldBe([["capability=~i2", "capability=~i3"]]);
        model.Defined["indirect"].ShouldBe([["sales~capability", "exports~sales"]]);
        model.Defined["total"].ShouldBe([["sales~capability", "exports~sales"], ["-1", "2", "sales~capability"], ["exports~sales"]]);
    }

    [Theory]
    [InlineData("f =~ x1 + x2\ny x", "line 2 was \"y x\"")]
    [InlineData("y ~ x +", "\"\" is not one; line 1")]
    [InlineData("y ~ 1", "must not name an intercept")]
    [InlineData("y ~ a*b*x", "\"a*b*x\" is not one")]
    [InlineData("f =~ NA*x1 + x2", "\"NA\" is neither")]
    [InlineData("y ~ a*x\nz := a*b", "b does not; line 2")]
    [InlineData("y ~ a*x\nz := (a + a)*a", "without brackets or division")]
    [InlineData("y ~ a*x\nz := a\nz := a*a", "z came twice; line 3")]
    public void A_line_that_is_no_formula_is_named(string text, string message) =>
        Should.Throw<ArgumentException>(() => StructuralModel.Parse(text)).Message.ShouldContain(message);

    [Fact]
    public void Spaces_and_line_ends_do_not_matter() => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3])
        .Sample((s, e) =>
        {
            (string space, string end) = (((string[])["", " ", "  ", "\t"])[s], ((string[])["\n", "\r\n", ";", " ; "])[e]);
            string text = string.Join(end, $"f{space}=~{space}x1{space}+{space}x2", $"y{space}~{space}a{space}*{space}f", $"d{space}:={space}a{space}*{space}a");
            var model = StructuralModel.Parse(text);
            model.Measurement["f"].ShouldBe(["x1", "x2"]);
            model.Regression["y"].ShouldBe(["f"]);
            model.Defined["d"].ShouldBe([["y~f", "y~f"]]);
        }, iter: 32);
}
