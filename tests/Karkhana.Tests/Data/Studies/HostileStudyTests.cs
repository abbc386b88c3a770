using Karkhana.Core.Errors;
using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Studies;

/// <summary>Whatever a study holds, reading it ends in a list of problems; nothing is thrown besides, nothing is written.</summary>
public sealed class HostileStudyTests
{
    private const int LongestLine = 1000;

    public static TheoryData<string> Settings => [.. HostileSettings.All.Keys];

    public static TheoryData<string> Files => [.. HostileFiles.All.Keys];

    public static TheoryData<string> Registers => [.. HostileRegisters.All.Keys];

    public static TheoryData<string> Surveys => [.. HostileSurveys.All.Keys];

    public static TheoryData<string> Interviews => [.. HostileSurveys.Interviews.Keys];

    public static TheoryData<string> Contexts => [.. HostileContexts.All.Keys];

    public static TheoryData<string> Changes => [.. HostileChanges.All.Keys];

    public static TheoryData<string> Panels => [.. HostilePanels.All.Keys];

    [Fact]
    public void The_study_that_is_broken_below_is_sound()
    {
        using StudyFolder study = new();

        StudyReader.Check(study.Root, cancellationToken: TestContext.Current.CancellationToken).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Broken_settings_are_reported(string name) => Report(HostileSettings.All[name]);

    [Theory]
    [MemberData(nameof(Files))]
    public void Broken_files_are_reported(string name) => Report(HostileFiles.All[name]);

    [Theory]
    [MemberData(nameof(Registers))]
    public void Broken_registers_are_reported(string name) => Report(HostileRegisters.All[name]);

    [Theory]
    [MemberData(nameof(Surveys))]
    public void Broken_ties_and_surveys_are_reported(string name) => Report(HostileSurveys.All[name]);

    [Theory]
    [MemberData(nameof(Interviews))]
    public void Broken_interviews_are_reported(string name) => Report(HostileSurveys.Interviews[name]);

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Broken_years_institutions_and_industries_are_reported(string name) => Report(HostileContexts.All[name], study => study.AddContext());

    [Theory]
    [MemberData(nameof(Changes))]
    public void Broken_technical_changes_are_reported(string name) => Report(HostileChanges.All[name], study => study.AddContext());

    [Theory]
    [MemberData(nameof(Panels))]
    public void Broken_panels_regions_and_kinds_of_place_are_reported(string name) => Report(HostilePanels.All[name], study => study.AddPanel());

    private static void Report(HostileStudy hostile, Action<StudyFolder>? prepare = null)
    {
        using StudyFolder study = new();
        prepare?.Invoke(study);
        hostile.Break(study);
        string[] before = study.Inventory();

        IReadOnlyList<DataProblem> problems = StudyReader.Check(study.Root, cancellationToken: TestContext.Current.CancellationToken);

        string list = string.Join('\n', problems);
        problems.Any(hostile.Matches).ShouldBeTrue($"{hostile} is not among\n{list}");
        problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Code).Distinct()
            .ShouldBe(hostile.Severity == Severity.Error ? [hostile.Code, .. hostile.Also] : [], ignoreOrder: true, list);
        problems.ShouldAllBe(problem => problem.ToString().Length < LongestLine && !problem.ToString().Any(char.IsControl));
        ReadAgrees(study.Root, problems, hostile.Severity);
        study.Inventory().ShouldBe(before);
    }

    private static void ReadAgrees(string folder, IReadOnlyList<DataProblem> problems, Severity severity)
    {
        Study Read() => StudyReader.Read(folder, cancellationToken: TestContext.Current.CancellationToken);
        if (severity == Severity.Error)
        {
            Should.Throw<StudyException>(Read).Problems.ShouldBe(problems);
        }
        else
        {
            Read().Problems.ShouldBe(problems);
        }
    }
}
