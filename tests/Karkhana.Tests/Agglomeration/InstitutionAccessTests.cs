using CsCheck;
using Karkhana.Agglomeration;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Agglomeration;

public sealed class InstitutionAccessTests
{
    private static readonly FirmRegister Three = SampleRegisters.Of([0, 3000, 10_000], [0, 4000, 0], ["a", "a", "a"]);

    [Fact]
    public void Two_banks_are_reached_as_computed_by_hand()
    {
        InstitutionReach banks = Estimate(
            new RegisterSample(Three, [0, 1, 2]) { Institutions = RegisterIndicatorTests.Institutions((InstitutionKind.Bank, 0, 0), (InstitutionKind.Bank, 10_000, 0)) })
            .Kinds.ShouldHaveSingleItem();
        double far = Math.Sqrt(65); // from (3, 4) to (10, 0)

        banks.Institutions.ShouldBe(2);
        banks.Nearest.ShouldBe([0, 5, 0]);
        banks.Within.ShouldBe([2, 2, 2]);
        Bits.Close(banks.Gravity, [1 + Math.Exp(-2), Math.Exp(-1) + Math.Exp(-far / 5), 1 + Math.Exp(-2)], relative: 1e-14).ShouldBeTrue();
    }

    [Fact]
    public void The_rim_of_the_radius_is_inside() => Estimate(
        new RegisterSample(Three, [0]) { Institutions = RegisterIndicatorTests.Institutions((InstitutionKind.Bank, 3000, 4000)) },
        new InstitutionAccessOptions { Kilometres = 5 }).Kinds[0].Within.ShouldBe([1]);

    [Fact]
    public void Kinds_are_kept_apart()
    {
        InstitutionAccessResult result = Estimate(new RegisterSample(Three, [0])
        {
            Institutions = RegisterIndicatorTests.Institutions((InstitutionKind.Bank, 0, 1000), (InstitutionKind.University, 0, 2000)),
        });

        result.Find(InstitutionKind.Bank)!.Nearest.ShouldBe([1]);
        result.Find(InstitutionKind.University)!.Nearest.ShouldBe([2]);
        result.Find(InstitutionKind.Association).ShouldBeNull();
    }

    [Fact]
    public void One_more_institution_never_lowers_access() => Gen.Select(
        Gen.Int[-20_000, 20_000].Array[2], Gen.Int[-20_000, 20_000].Array[2]).Sample((first, second) =>
        {
            (InstitutionKind, double, double) one = (InstitutionKind.Bank, first[0], first[1]);
            InstitutionReach few = Reach(one);
            InstitutionReach more = Reach(one, (InstitutionKind.Bank, second[0], second[1]));
            return Enumerable.Range(0, 3).All(i => more.Nearest[i] <= few.Nearest[i] && more.Within[i] >= few.Within[i] && more.Gravity[i] >= few.Gravity[i]);
        });

    [Fact]
    public void Without_institutions_there_is_nothing_but_a_note()
    {
        InstitutionAccessResult result = Estimate(new RegisterSample(Three, [0]));

        result.Kinds.ShouldBeEmpty();
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-institutions");
        result.ToTable().RowCount.ShouldBe(0);
    }

    [Fact]
    public void Medians_are_by_group_and_small_groups_are_held_back()
    {
        FirmRegister nine = SampleRegisters.Of([0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000], new double[9], [.. Enumerable.Repeat("a", 9)]);
        Table table = Estimate(new RegisterSample(nine, [.. Enumerable.Range(0, 9)])
        {
            Clustered = [true, true, true, true, true, false, false, false, false],
            Institutions = RegisterIndicatorTests.Institutions((InstitutionKind.TrainingCentre, 0, 0)),
        }).ToTable();

        table.Texts("kind").ShouldBe(["training_centre", "training_centre"]);
        table.Texts("group").ShouldBe(["clustered", "dispersed"]);
        table.Numbers("n").ShouldBe([5, double.NaN]);
        table.Numbers("distance").ShouldBe([2, double.NaN]);
        table.Numbers("within").ShouldBe([1, double.NaN]);
    }

    [Fact]
    public void Wrong_options_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new InstitutionAccessOptions { Kilometres = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new InstitutionAccessOptions { DecayKilometres = double.NaN });
    }

    private static InstitutionReach Reach(params (InstitutionKind Kind, double X, double Y)[] rows) => Estimate(
        new RegisterSample(Three, [0, 1, 2]) { Institutions = RegisterIndicatorTests.Institutions(rows) }).Kinds[0];

    private static InstitutionAccessResult Estimate(RegisterSample sample, InstitutionAccessOptions? options = null) =>
        InstitutionAccess.Estimate(sample, options, TestContext.Current.CancellationToken);
}
