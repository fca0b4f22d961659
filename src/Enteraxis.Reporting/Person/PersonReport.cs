using Enteraxis.Reporting.Text;
using Enteraxis.Studies.People;

namespace Enteraxis.Reporting.Person;

/// <summary>A person's report as one page: what this is and is not, the answer in three numbers, the pictures, how sure, and everything else folded.</summary>
public static class PersonReport
{
    /// <returns>A complete HTML document that loads nothing. The same result gives the same text.</returns>
    public static string Render(PersonStudyResult result)
    {
        const string title = "A gut profile, followed for two years";
        Html page = new();
        OpeningSection.Write(page, result, title);
        ProfileReport.Write(page, result.Profile);
        LeverSection.Write(page, result);
        WidthSection.Write(page, result);
        FutureSection.Write(page, result);
        ChainSection.Write(page, result.Levers, result.Parameters);
        SourceSection.Write(page, result);
        return Page.Wrap(title, page.ToString());
    }
}
