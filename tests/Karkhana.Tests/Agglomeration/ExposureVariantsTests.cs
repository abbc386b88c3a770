using Karkhana.Agglomeration;
using Karkhana.Core.Exchange;
using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Agglomeration;

public sealed class ExposureVariantsTests
{
    private static readonly RegisterSample Input = new(
        new FirmRegister
        {
            Ids = ["a", "b", "c", "d", "e"],
            Longitudes = new double[5],
            Latitudes = new double[5],
            X = [0, 1000, 5000, 12_000, 12_500],
            Y = new double[5],
            Projection = "plane",
            Industries = ["m", "m", "m", "m", "m"],
            Employment = [5, 10, 20, 8, 40],
        },
        [0, 1, 2, 3, 4]);

    [Fact]
    public void Each_variant_is_the_exposure_with_that_one_distance_changed()
    {
        IReadOnlyList<ExposureVariant> variants = ExposureVariants.Estimate(Input, cancellationToken: TestContext.Current.CancellationToken);

        variants.Select(variant => variant.Label).ShouldBe(
            ["decay 1 km", "decay 5 km", "decay 10 km", "decay 25 km", "near within 1 km", "near within 5 km", "near within 10 km"]);
        Same(variants[1].Exposures, new RegisterExposureOptions { DecayKilometres = 5 });
        Same(variants[^1].Exposures, new RegisterExposureOptions { NearKilometres = 10 });
    }

    [Fact]
    public void The_distance_of_the_main_analysis_is_no_variant() => ExposureVariants.Estimate(
        Input, new ExposureVariantOptions { Decays = [2], CutOffs = [2, 3] }, TestContext.Current.CancellationToken)
        .Select(variant => variant.Label).ShouldBe(["near within 3 km"]);

    [Fact]
    public void Distances_that_are_none_are_refused()
    {
        Should.Throw<ArgumentException>(() => new ExposureVariantOptions { Decays = [0] });
        Should.Throw<ArgumentException>(() => new ExposureVariantOptions { CutOffs = [double.NaN] });
        ExposureVariants.Estimate(Input, new ExposureVariantOptions { Decays = [], CutOffs = [] }, TestContext.Current.CancellationToken).ShouldBeEmpty();
    }

    private static void Same(ExposureTable found, RegisterExposureOptions options)
    {
        ExposureTable expected = RegisterExposures.Estimate(Input, options, TestContext.Current.CancellationToken).Exposures;
        found.Exposures.Select(exposure => exposure.AdvantageId).ShouldBe(expected.Exposures.Select(exposure => exposure.AdvantageId));
        foreach (Exposure exposure in expected.Exposures)
        {
            found.Find(exposure.AdvantageId)!.Values.ShouldBe(exposure.Values);
        }
    }
}
