using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Studies;

/// <summary>What a study may say beside register, ties and survey.</summary>
public sealed class StudyContextTests
{
    [Fact]
    public void The_study_with_everything_is_sound()
    {
        using StudyFolder folder = new();

        StudyReader.Check(folder.AddContext().Root, cancellationToken: TestContext.Current.CancellationToken).ShouldBeEmpty();
    }

    [Fact]
    public void Years_and_earlier_workers_are_read()
    {
        using StudyFolder folder = new();

        FirmRegister firms = Read(folder.AddContext()).Firms;

        (firms.Year, firms.EarlierYear, firms.PresentYear).ShouldBe((2020, 2010, 2020));
        firms.Founded.ShouldBe([1990, 2016, double.NaN, 1985, 2001]);
        firms.Closed.ShouldBe([double.NaN, double.NaN, double.NaN, 2018, double.NaN]);
        firms.EarlierEmployment.ShouldBe([10, double.NaN, 4, 150, 5]);
        Enumerable.Range(0, 5).Select(firms.IsOpen).ShouldBe([true, true, true, false, true]);
    }

    [Fact]
    public void A_firm_stands_from_its_founding_to_the_year_before_it_closes()
    {
        using StudyFolder folder = new();

        FirmRegister firms = Read(folder.AddContext()).Firms;

        (firms.Stands(1, 2015), firms.Stands(1, 2016)).ShouldBe((false, true));
        (firms.Stands(3, 2017), firms.Stands(3, 2018)).ShouldBe((true, false));
        firms.Stands(2, 1800).ShouldBeTrue("an unknown year of founding counts as long ago");
    }

    [Fact]
    public void Without_a_year_of_the_study_the_present_is_the_latest_year_of_the_register()
    {
        using StudyFolder folder = new();
        folder.AddContext().Replace("study.toml", "\nyear = 2020", "");

        FirmRegister firms = Read(folder).Firms;

        (firms.Year, firms.PresentYear).ShouldBe((null, 2018));
        folder.Replace("firms.csv", "2016", "2101");
        StudyReader.Check(folder.Root, cancellationToken: TestContext.Current.CancellationToken).ShouldHaveSingleItem().Code.ShouldBe("bad-year");
    }

    [Fact]
    public void Technical_changes_are_read_with_the_years_that_were_watched()
    {
        using StudyFolder folder = new();

        TechnicalChangeTable changes = StudyReader.Read(
            folder.AddContext().Root, cancellationToken: TestContext.Current.CancellationToken).Changes!;

        (changes.FirstYear, changes.LastYear, changes.Count).ShouldBe((2010, 2019, 3));
        changes.Changes[0].ShouldBe(new TechnicalChange(0, 2012, TechnicalChangeType.Product, "user", 50000, 2, 3));
        changes.Changes[1].Type.ShouldBe(TechnicalChangeType.Process);
        double.IsNaN(changes.Changes[1].Cost).ShouldBeTrue();
        changes.Changes[2].Firm.ShouldBe(1);
        changes.Of([1]).Count.ShouldBe(1);
    }

    [Fact]
    public void Institutions_stand_on_the_plane_of_the_register()
    {
        using StudyFolder folder = new();
        folder.AddContext().Replace("institutions.csv", "Foundry laboratory,32.5800,74.0800", "Foundry laboratory,32.5710,74.0790");

        Study study = Read(folder);

        study.Institutions!.Ids.ShouldBe(["Foundry laboratory", "Market"]);
        study.Institutions.Kinds.ShouldBe([InstitutionKind.TestingLaboratory, InstitutionKind.MarketTown]);
        (study.Institutions.X[0], study.Institutions.Y[0]).ShouldBe((study.Firms.X[0], study.Firms.Y[0]));
        study.Institutions.Latitudes.ShouldBe([32.5710, 32.5600]);
        study.Files.Select(file => file.Name).ShouldContain("institutions.csv");
    }

    [Fact]
    public void Institutions_in_metres_stand_where_they_do_in_degrees()
    {
        using StudyFolder folder = new();
        Study degrees = Read(folder.AddContext());
        folder.Write("institutions.csv", FormattableString.Invariant(
            $"name,lat,lon,kind\nFoundry laboratory,{degrees.Institutions!.Y[0]},{degrees.Institutions.X[0]},bank\n"))
            .Replace(
                "study.toml", "id = \"name\"\nlatitude = \"lat\"\nlongitude = \"lon\"",
                "id = \"name\"\nx = \"lon\"\ny = \"lat\"\ncrs = \"EPSG:32643\"");

        Study metres = Read(folder);

        metres.Institutions!.X[0].ShouldBe(degrees.Institutions.X[0], tolerance: 0.01);
        metres.Institutions.Latitudes[0].ShouldBe(32.58, tolerance: 1e-7);
    }

    [Fact]
    public void Institutions_across_the_date_line_are_near()
    {
        using StudyFolder folder = new();
        folder.AddContext().Write("firms.csv", """
            id,lat,lon,trade,workers,town,clustered,founded,closed,workers_2010
            F1,-17.0,179.90,27,12,Taveuni,true,1990,,10
            F2,-17.0,179.95,27,12,Taveuni,true,1990,,10
            F4,-17.0,179.95,28,12,Taveuni,true,1990,,10
            F5,-17.0,179.95,01,12,Taveuni,true,1990,,10

            """)
            .Write("institutions.csv", "name,lat,lon,kind\nBank,-17.0,-179.95,bank\n")
            .Write("ties.csv", "from,to,kind,value\nF1,F2,advice,1\n")
            .Write("survey.csv", "firm,weight,C31,C32,N01\nF1,1,4,2,3\n");

        Study study = Read(folder);

        (study.Institutions!.X[0] - study.Firms.X[1]).ShouldBe(10_650, tolerance: 50);
    }

    [Fact]
    public void Industries_have_groups_roles_and_stages()
    {
        using StudyFolder folder = new();

        IndustryTable industries = Read(folder.AddContext()).Industries!;

        industries.Of("28").ShouldBe(new IndustryEntry("28", "metal", IndustryRole.ProcessSpecialist, "casting"));
        industries.Of("27").ShouldBe(new IndustryEntry("27", "metal", IndustryRole.None, ""));
        industries.Of("01").ShouldBe(new IndustryEntry("01", "01", IndustryRole.User, ""));
        industries.Of("55").ShouldBe(new IndustryEntry("55", "55", IndustryRole.None, ""));
    }

    [Fact]
    public void Synthetic_institutions_make_the_study_synthetic()
    {
        using StudyFolder folder = new();
        folder.AddContext().Write("institutions.csv", "name,lat,lon,kind,synthetic\nBank,32.57,74.08,bank,true\n");

        Read(folder).IsSynthetic.ShouldBeTrue();
    }

    [Fact]
    public void A_study_without_them_is_as_before()
    {
        using StudyFolder folder = new();

        Study study = Read(folder);

        (study.Institutions, study.Industries, study.Firms.Year, study.Firms.PresentYear).ShouldBe((null, null, null, null));
        (study.Firms.Founded.Length, study.Firms.Closed.Length, study.Firms.EarlierEmployment.Length).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void Problems_of_all_files_are_told_at_once()
    {
        using StudyFolder folder = new();
        folder.AddContext().Replace("firms.csv", "32.5710", "x").Replace("institutions.csv", "testing-laboratory", "lab")
            .Replace("industries.csv", "process-specialist", "helper").Replace("firms.csv", "2016", "1066");

        StudyReader.Check(folder.Root, cancellationToken: TestContext.Current.CancellationToken).Select(problem => (problem.File, problem.Code))
            .ShouldBe(
                [("firms.csv", "not-a-number"), ("firms.csv", "bad-year"), ("institutions.csv", "unknown-code"), ("industries.csv", "unknown-code")],
                ignoreOrder: true);
    }

    private static Study Read(StudyFolder folder) =>
        StudyReader.Read(folder.Root, cancellationToken: TestContext.Current.CancellationToken);
}
