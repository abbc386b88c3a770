using Karkhana.Agglomeration;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Agglomeration;

public sealed class MarshallianTriadTests
{
    private static readonly FirmRegister Seven = SampleRegisters.Of(new double[7], new double[7], [.. Enumerable.Repeat("a", 7)]) with
    {
        Places = ["P", "P", "P", "P", "P", "Q", "Q"],
    };

    private static RegisterSample Sample => new(Seven, [0, 1, 2, 3, 4, 5]);

    [Fact]
    public void The_three_sources_are_means_of_their_exposures()
    {
        MarshallianTriadResult result = MarshallianTriad.Estimate(Sample, Exposures(
            ("EE01", [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]), ("EE02", [0.2, 0.2, 0.2, 0.2, double.NaN, 0.2, 0.2]),
            ("EE03", [0.4, 0.6, 0.8, double.NaN, double.NaN, 0.2, 0.2]), ("EE08", [1, 1, 1, 1, 0, 0, 0])));

        Bits.Close(result.Firms.Select(score => score.LabourPooling).ToArray(), [0.1, 0.2, 0.3, 0.4, 0.5, 0.6], 1e-15).ShouldBeTrue();
        Bits.Close(result.Firms.Select(score => score.SpecialisedInputs).ToArray(), [0.3, 0.4, 0.5, 0.2, double.NaN, 0.2], 1e-15).ShouldBeTrue();
        result.Firms.Select(score => score.SpilloverPotential).ShouldBe([1, 1, 1, 1, 0, 0]);
        Table table = result.ToTable();
        table.Texts("place").ShouldBe(["P", "Q"]);
        table.Numbers("n").ShouldBe([5, double.NaN]);
        Bits.Close(table.Numbers("labour_pooling"), [0.3, double.NaN], 1e-15).ShouldBeTrue();
        Bits.Close(table.Numbers("specialised_inputs"), [0.35, double.NaN], 1e-15).ShouldBeTrue();
        table.Numbers("spillover_potential").ShouldBe([0.8, double.NaN]);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Inputs_that_nobody_knows_are_missing_and_it_is_said()
    {
        MarshallianTriadResult result = MarshallianTriad.Estimate(Sample, Exposures(("EE01", [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])));

        result.Firms.ShouldAllBe(score => double.IsNaN(score.SpecialisedInputs) && double.IsNaN(score.SpilloverPotential));
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-input-roles");
    }

    [Fact]
    public void Exposures_of_another_register_are_refused() =>
        Should.Throw<ArgumentException>(() => MarshallianTriad.Estimate(Sample, new ExposureTable(["F0"], [])));

    private static ExposureTable Exposures(params (string Id, double[] Values)[] rows) => new(
        Seven.Ids, [.. rows.Select(row => new Exposure(row.Id, row.Values, [], "test"))]);
}
