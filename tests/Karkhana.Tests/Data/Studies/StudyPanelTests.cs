using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Studies;

/// <summary>Workers by year, workers at the start, kinds of place, and regions.</summary>
public sealed class StudyPanelTests
{
    [Fact]
    public void The_study_that_is_broken_below_is_sound_and_all_of_it_is_read()
    {
        using StudyFolder folder = new();
        StudyReader.Check(folder.AddPanel().Root, cancellationToken: TestContext.Current.CancellationToken).ShouldBeEmpty();
        Study study = StudyReader.Read(folder.Root, cancellationToken: TestContext.Current.CancellationToken);

        study.Panel!.Rows.ShouldBe([new PanelRow(0, 2010, 8), new PanelRow(0, 2015, double.NaN), new PanelRow(1, 2010, 5.5)]);
        study.Panel.Years.ShouldBe([2010, 2015]);
        study.Programme!.Entries.ShouldBe([new ProgrammeEntry(1, 2012), new ProgrammeEntry(0, 2014)]);
        study.Programme.Synthetic.ShouldBeEmpty();
        study.Firms.StartEmployment.ShouldBe([4, double.NaN, 2, 30, 3]);
        study.Firms.Settings.ShouldBe([PlaceSetting.Urban, PlaceSetting.Urban, PlaceSetting.OtherTown, null, PlaceSetting.Rural]);
        study.Regions!.Regions.ShouldBe(["Gujrat", "Gujrat", "Sialkot"]);
        study.Regions.Industries.ShouldBe(["27", "28", "27"]);
        study.Regions.Innovations.ShouldBe([3, 0, double.NaN]);
        study.Regions.Inputs.Keys.Order(StringComparer.Ordinal).ShouldBe(["research", "university"]);
        study.Regions.Inputs["research"].ShouldBe([40, double.NaN, 8]);
        study.Files.Select(file => file.Name).ShouldContain("regions.csv");
    }

    [Fact]
    public void Synthetic_takers_make_the_study_synthetic()
    {
        using StudyFolder folder = new();
        folder.AddPanel().Write("programme.csv", "id,since,synthetic\nF1,2010,true\n");

        StudyReader.Read(folder.Root, cancellationToken: TestContext.Current.CancellationToken).IsSynthetic.ShouldBeTrue();
    }

    [Fact]
    public void Synthetic_rows_make_the_study_synthetic()
    {
        using StudyFolder folder = new();
        folder.AddPanel().Write("panel.csv", "id,year,workers,synthetic\nF1,2010,8,true\n");

        StudyReader.Read(folder.Root, cancellationToken: TestContext.Current.CancellationToken).IsSynthetic.ShouldBeTrue();
    }
}
