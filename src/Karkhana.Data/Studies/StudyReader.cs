using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Data.Files;
using Karkhana.Data.Surveys;

namespace Karkhana.Data.Studies;

/// <summary>Reads a study; every problem is gathered before anything stops.</summary>
public sealed class StudyReader
{
    private readonly string _folder;
    private readonly DataProblems _problems = new();
    private readonly StudyFiles _files;
    private readonly List<StudyFile> _read = [];
    private readonly CancellationToken _cancellationToken;
    private readonly IProgress<RunProgress>? _progress;

    private StudyReader(string folder, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        _folder = folder;
        _files = new StudyFiles(folder, _problems);
        _cancellationToken = cancellationToken;
        _progress = progress;
    }

    /// <summary>Reads a study.</summary>
    /// <remarks>Cost: one pass over each file; a register of a million rows takes a few seconds and about half a
    /// gigabyte.</remarks>
    /// <param name="folder">The folder with study.toml.</param>
    /// <param name="progress">Told how many rows were read.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The study; its warnings are in <see cref="Study.Problems"/>.</returns>
    /// <exception cref="StudyException">There is at least one error; holds all problems.</exception>
    public static Study Read(
        string folder, IProgress<RunProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        StudyReader reader = new(folder, progress, cancellationToken);
        Study? study = reader.ReadAll();
        reader._problems.ThrowIfErrors();
        return study!;
    }

    /// <summary>Lists all problems of a study.</summary>
    /// <param name="folder">The folder with study.toml.</param>
    /// <param name="progress">Told how many rows were read.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The problems, errors first; empty when there is none.</returns>
    public static IReadOnlyList<DataProblem> Check(
        string folder, IProgress<RunProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        StudyReader reader = new(folder, progress, cancellationToken);
        reader.ReadAll();
        return reader._problems.ToList();
    }

    private Study? ReadAll()
    {
        FileProblems settingsProblems = _files.ProblemsOf(StudyToml.FileName);
        StudyToml? toml = StudyToml.Read(_folder, settingsProblems);
        if (toml is null)
        {
            return null;
        }

        StudySettings settings = new(
            _folder,
            toml.Name() ?? "",
            toml.Text("study", "title") ?? toml.Text("study", "name") ?? "",
            toml.Whole("study", "seed", 2003),
            toml.Text("study", "currency") ?? "");
        FirmReading firms = ReadFirms(toml);
        if (firms.Ids is null or { Count: 0 })
        {
            return null;
        }

        TieTable? ties = toml.Has("ties") ? ReadTies(toml, firms.Ids) : null;
        Survey? survey = toml.Has("survey") ? ReadSurvey(toml, firms.Ids) : null;
        InstitutionTable? institutions = toml.Has("institutions") ? ReadInstitutions(toml, firms) : null;
        IndustryTable? industries = toml.Has("industries") ? ReadIndustries(toml, firms) : null;
        if (firms.Firms is null)
        {
            return null;
        }

        _read.Insert(0, _files.Describe(StudyToml.FileName, 0));
        return new Study(settings, firms.Firms, ties, survey, _read, _problems.ToList())
        {
            Institutions = institutions,
            Industries = industries,
        };
    }

    private FirmReading ReadFirms(StudyToml toml)
    {
        if (toml.Required("firms", "file") is not { } file || _files.Open(file) is not { } source)
        {
            return FirmReading.None;
        }

        using (source)
        {
            FirmReading firms = FirmReader.Read(source, toml, _files.ProblemsOf(file), _progress, _cancellationToken);
            Note(file, firms.Firms?.Count);
            return firms;
        }
    }

    private TieTable? ReadTies(StudyToml toml, IReadOnlyList<string> firmIds)
    {
        if (toml.Required("ties", "file") is not { } file || _files.Open(file) is not { } source)
        {
            return null;
        }

        using (source)
        {
            TieTable? ties = TieReader.Read(source, toml, _files.ProblemsOf(file), firmIds);
            Note(file, ties?.Count);
            return ties;
        }
    }

    private Survey? ReadSurvey(StudyToml toml, IReadOnlyList<string> firmIds)
    {
        string? file = toml.Required("survey", "file");
        ItemBank? bank = ReadBank(toml);
        bool hasCodebook = toml.Sets("survey", "codebook");
        IReadOnlyList<SurveyItem>? codebook = hasCodebook && bank is not null ? ReadCodebook(toml, bank) : null;
        using ITableSource? source = file is null ? null : _files.Open(file);
        if (bank is null || source is null || (hasCodebook && codebook is null))
        {
            return null;
        }

        Survey? survey = SurveyReader.Read(source, toml, _files.ProblemsOf(file!), codebook, bank, firmIds);
        Note(file!, survey?.Respondents + (survey?.SecondVisits?.Respondents ?? 0));
        return survey;
    }

    private IReadOnlyList<SurveyItem>? ReadCodebook(StudyToml toml, ItemBank bank)
    {
        string? file = toml.Text("survey", "codebook");
        using ITableSource? source = file is null ? null : _files.Open(file);
        IReadOnlyList<SurveyItem>? codebook = source is null ? null : CodebookReader.Read(
            source, _files.ProblemsOf(file!), bank);
        if (codebook is not null)
        {
            Note(file!, codebook.Count);
        }

        return codebook;
    }

    private ItemBank? ReadBank(StudyToml toml)
    {
        if (!toml.Sets("survey", "item_bank"))
        {
            return ItemBank.Default;
        }

        string? file = toml.Text("survey", "item_bank");
        using ITableSource? source = file is null ? null : _files.Open(file);
        ItemBank? own = source is null ? null : ItemBank.Read(source, _files.ProblemsOf(file!));
        if (own is not null)
        {
            Note(file!, own.Items.Count);
        }

        return own is null ? null : ItemBank.Default.With(own);
    }

    private InstitutionTable? ReadInstitutions(StudyToml toml, FirmReading firms)
    {
        if (toml.Required("institutions", "file") is not { } file || _files.Open(file) is not { } source)
        {
            return null;
        }

        using (source)
        {
            InstitutionTable? institutions = InstitutionReader.Read(source, toml, _files.ProblemsOf(file), firms.Points);
            Note(file, institutions?.Count);
            return institutions;
        }
    }

    private IndustryTable? ReadIndustries(StudyToml toml, FirmReading firms)
    {
        if (toml.Required("industries", "file") is not { } file || _files.Open(file) is not { } source)
        {
            return null;
        }

        using (source)
        {
            HashSet<string> register = new(firms.Firms?.Industries ?? [], StringComparer.Ordinal);
            IndustryTable? industries = IndustryReader.Read(source, toml, _files.ProblemsOf(file), register);
            Note(file, industries?.Entries.Count);
            return industries;
        }
    }

    private void Note(string file, int? rows)
    {
        if (rows is { } count)
        {
            _read.Add(_files.Describe(file, count));
        }
    }
}
