using Karkhana.Core.Exchange;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Exchange;

public sealed class ExposureTableTests
{
    [Fact]
    public void Sources_of_one_advantage_are_averaged_and_missing_ones_left_out()
    {
        string[] firms = ["a", "b", "c"];
        ExposureTable register = new(firms, [new Exposure("EE01", [0.2, 0.4, double.NaN], [double.NaN, double.NaN, double.NaN], "register")]);
        ExposureTable survey = new(firms, [new Exposure("EE01", [0.6, double.NaN, double.NaN], [0.1, 0.1, 0.1], "survey")]);

        Exposure combined = ExposureTable.Combine(firms, register, survey).Find("EE01")!;

        combined.Values.ShouldBe([0.4, 0.4, double.NaN]);
        combined.StandardErrors[0].ShouldBe(0.2, tolerance: 1e-12); // sd 0.2828 over the square root of 2
        combined.StandardErrors[1].ShouldBe(double.NaN);
        combined.Sources.ShouldBe("register+survey");
    }
}
